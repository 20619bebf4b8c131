/**
 * Legal holds and the audit log as operations, an addition of ours with a contract of its own.
 * What is held stays until it is released, whoever deletes and however short the retention.
 */
@NullMarked
package dev.entrepot.mailmanager.custody;

import org.jspecify.annotations.NullMarked;
