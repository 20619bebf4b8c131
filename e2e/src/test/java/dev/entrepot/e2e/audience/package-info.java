/**
 * Audiences of Clean Rooms ML as the AWS SDK for Java v2 sees them, from interactions in S3 to a file of users in S3.
 * The numbers in the tests' comments are the cases of the Clean Rooms ML dossier's section 6.
 */
@NullMarked
package dev.entrepot.e2e.audience;

import org.jspecify.annotations.NullMarked;
