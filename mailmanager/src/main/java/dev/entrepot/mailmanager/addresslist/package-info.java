/**
 * Address lists: lists of addresses, domains and patterns, their members, and the operations on them.
 * Only what a member looks like is known here; to match mail against a list is a rule's affair.
 */
@NullMarked
package dev.entrepot.mailmanager.addresslist;

import org.jspecify.annotations.NullMarked;
