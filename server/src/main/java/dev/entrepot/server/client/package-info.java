/**
 * The program as a client of a running server, for the commands that need one: which server and as whom, signed requests, uploads, and
 * a job watched to its end. It finds server and keys where every AWS client looks, and beside itself, where {@code serve} leaves them.
 */
@NullMarked
package dev.entrepot.server.client;

import org.jspecify.annotations.NullMarked;
