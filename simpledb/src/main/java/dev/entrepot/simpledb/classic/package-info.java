/**
 * The classic SimpleDB API of 2009: ten operations as query forms with XML answers.
 * Its errors, their texts and its envelope are its own and follow section 3 of the SimpleDB dossier.
 */
@NullMarked
package dev.entrepot.simpledb.classic;

import org.jspecify.annotations.NullMarked;
