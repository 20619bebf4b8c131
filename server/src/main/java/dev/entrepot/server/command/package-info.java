/**
 * The command line: what a person types, and the sentences and exit codes that come back.
 * 0 is success, 1 something that could not be done, 2 something typed that is not understood.
 */
@NullMarked
package dev.entrepot.server.command;

import org.jspecify.annotations.NullMarked;
