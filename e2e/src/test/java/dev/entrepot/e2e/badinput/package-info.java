/**
 * Requests that no proper client sends: each must get its documented error, in the caller's own protocol, and never a 5xx.
 * After all of them the server must answer a proper request as before.
 */
@NullMarked
package dev.entrepot.e2e.badinput;

import org.jspecify.annotations.NullMarked;
