/**
 * The ten classic operations as AWS SDK for Java v1 sees them, over both signature versions.
 * The numbers in the tests' comments are the cases of the SimpleDB dossier's section 6.
 */
@NullMarked
package dev.entrepot.e2e.classic;

import org.jspecify.annotations.NullMarked;
