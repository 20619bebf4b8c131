/**
 * The {@code aws} command line as a user runs it from the README: two environment variables, nothing else.
 * Where no version of it that knows SimpleDBv2 is on the PATH, these tests are skipped and say so.
 */
@NullMarked
package dev.entrepot.e2e.cli;

import org.jspecify.annotations.NullMarked;
