/**
 * How the program logs: everything to standard error, ours from INFO, libraries' from WARN.
 * Set in code, since finding and parsing a configuration file would cost a tenth of the start.
 */
@NullMarked
package dev.entrepot.server.logging;

import org.jspecify.annotations.NullMarked;
