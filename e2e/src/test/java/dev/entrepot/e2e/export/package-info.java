/**
 * Domain exports as their user sees them: the API's answers, and the objects in the bucket read by another's JSON reader.
 * The numbers in the tests' comments are the cases of the SimpleDB dossier's section 6.
 */
@NullMarked
package dev.entrepot.e2e.export;

import org.jspecify.annotations.NullMarked;
