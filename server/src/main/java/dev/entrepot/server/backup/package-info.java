/**
 * Backups: a directory with all of a data directory as it was at one moment, made beside the serving process, and a checksum of each file.
 * A restore verifies every byte and puts everything in place at its end or nothing.
 */
@NullMarked
package dev.entrepot.server.backup;

import org.jspecify.annotations.NullMarked;
