/**
 * Files of records as an import reads them, CSV and JSON: where each record begins and ends, and which of them are broken
 * (SES dossier, section 2). Knows bytes only: no store, no database, and not what a record means.
 */
@NullMarked
package dev.entrepot.sesv2.source;

import org.jspecify.annotations.NullMarked;
