/**
 * Where the program is put together: which parts a running server consists of, and in which order they start and stop.
 * The command line reaches it through {@code command}.
 */
@NullMarked
package dev.entrepot.server;

import org.jspecify.annotations.NullMarked;
