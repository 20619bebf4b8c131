/**
 * Domains and their items: what an item is, how it changes, and the tables that hold it.
 * An item is stored as the very line that an export writes; exports read one moment of a domain while writes go on.
 */
@NullMarked
package dev.entrepot.simpledb.domain;

import org.jspecify.annotations.NullMarked;
