/**
 * What archives and address lists have in common: ids, numbers, tags, and that a repeated request makes nothing a second time.
 * Nothing here knows what the resources are for.
 */
@NullMarked
package dev.entrepot.mailmanager.resource;

import org.jspecify.annotations.NullMarked;
