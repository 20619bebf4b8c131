/**
 * Amazon SES Mail Manager: archives that keep mail exactly as it came, and the contract of their API, as one part to plug into a
 * server. Rooms: {@code archive} is what holds messages, {@code message} reads them, {@code pack} stores them, {@code ingest} takes them in,
 * {@code smtp} from other mail servers.
 */
@NullMarked
package dev.entrepot.mailmanager;

import org.jspecify.annotations.NullMarked;
