/**
 * Archives: their names, states and retention, and the operations on them.
 * An archive's messages are in the packages {@code pack} and {@code ingest}; here is only what they belong to.
 */
@NullMarked
package dev.entrepot.mailmanager.archive;

import org.jspecify.annotations.NullMarked;
