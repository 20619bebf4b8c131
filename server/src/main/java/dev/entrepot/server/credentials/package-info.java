/**
 * The key pairs that may sign requests, kept in the database and answered from memory, and the files that hand them to
 * AWS clients. Keys that another process adds or removes count within a second.
 */
@NullMarked
package dev.entrepot.server.credentials;

import org.jspecify.annotations.NullMarked;
