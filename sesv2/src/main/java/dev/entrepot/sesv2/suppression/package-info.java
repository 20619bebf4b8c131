/**
 * The account's list of suppressed destinations: table and API (SES dossier, section 3.6).
 * Imports write it through {@link dev.entrepot.sesv2.suppression.SuppressionStore} by the same rules.
 */
@NullMarked
package dev.entrepot.sesv2.suppression;

import org.jspecify.annotations.NullMarked;
