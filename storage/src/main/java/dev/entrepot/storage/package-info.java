/**
 * Whose data it is, the one notion every store shares. The rooms below hold the database, the objects and the tokens.
 */
@NullMarked
package dev.entrepot.storage;

import org.jspecify.annotations.NullMarked;
