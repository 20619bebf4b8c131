/**
 * The two tokens of AWS interfaces: page tokens, which we give out and take back, and client tokens, which callers make up so
 * that a repeated request has its effect once. A page token carries its state and a seal; a client token is a row.
 */
@NullMarked
package dev.entrepot.storage.token;

import org.jspecify.annotations.NullMarked;
