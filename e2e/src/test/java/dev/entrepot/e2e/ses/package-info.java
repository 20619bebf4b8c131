/**
 * SES v2 by the AWS SDKs for Java and JavaScript and by requests of older clients.
 * Numbers in brackets are the cases of the SES dossier.
 */
@NullMarked
package dev.entrepot.e2e.ses;

import org.jspecify.annotations.NullMarked;
