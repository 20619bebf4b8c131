/**
 * SimpleDBv2: exports of whole domains to S3, as jobs.
 * The artifacts and their keys follow section 2 of the SimpleDB dossier; the manifest summary is written last and means success.
 */
@NullMarked
package dev.entrepot.simpledb.export;

import org.jspecify.annotations.NullMarked;
