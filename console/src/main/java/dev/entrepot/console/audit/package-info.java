/**
 * The page of the audit log: what was done with an archive, by whose key pair, and to how many messages it came. It reads the log through
 * the custody of mail; nothing here can write to it.
 */
@NullMarked
package dev.entrepot.console.audit;

import org.jspecify.annotations.NullMarked;
