/**
 * Amazon SimpleDB: the classic API over domains and items, and SimpleDBv2's exports of them, as one part to plug into a server.
 * Rooms: {@code domain} is what is stored, {@code select} the query language, {@code classic} and {@code export} the two APIs, {@code load} our own way back from an export.
 */
@NullMarked
package dev.entrepot.simpledb;

import org.jspecify.annotations.NullMarked;
