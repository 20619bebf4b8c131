/**
 * One HTTP exchange as the protocols see it: raw target, headers in order, body in memory.
 * The listener that fills it lives in {@code server}; nothing here knows a socket.
 */
@NullMarked
package dev.entrepot.wire.http;

import org.jspecify.annotations.NullMarked;
