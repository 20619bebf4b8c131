/**
 * Reads mail where it lies: mbox files, Maildirs, single messages, and zip and tar archives of any of them. Everything is read once
 * from front to back, and never more than one message is in memory.
 */
@NullMarked
package dev.entrepot.mailmanager.mailbox;

import org.jspecify.annotations.NullMarked;
