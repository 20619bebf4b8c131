/**
 * The Select language: {@code select * | itemName() | count(*) | a, b from domain [limit n]}, keywords in any letter case, names
 * in backticks where they are not plain. Conditions and sorting are refused as a syntax error until they are supported.
 */
@NullMarked
package dev.entrepot.simpledb.select;

import org.jspecify.annotations.NullMarked;
