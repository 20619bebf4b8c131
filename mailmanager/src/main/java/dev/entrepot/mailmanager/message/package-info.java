/**
 * Archived messages: their ids, their rows, what is known of each, and the operations on single ones.
 * A row tells where in which pack the bytes are, and their SHA-256.
 */
@NullMarked
package dev.entrepot.mailmanager.message;

import org.jspecify.annotations.NullMarked;
