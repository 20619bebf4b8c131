/**
 * The way in: messages become packs and rows. What {@link dev.entrepot.mailmanager.ingest.Arrivals} has returned from is on the disk,
 * bytes first, then the rows that speak of them.
 */
@NullMarked
package dev.entrepot.mailmanager.ingest;

import org.jspecify.annotations.NullMarked;
