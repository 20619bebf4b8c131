/**
 * Who visits the console: log-in with an access key pair, and a cookie whose seal this installation alone can make. Nothing is kept
 * about a session, so it is good on every node; it ends with its time and with its key pair.
 */
@NullMarked
package dev.entrepot.console.session;

import org.jspecify.annotations.NullMarked;
