/**
 * Imports: exports of SimpleDBv2, NDJSON and CSV objects of S3 loaded into domains, as jobs; an addition of ours to AWS's APIs.
 * A source is verified to its last byte before the first item is written, and then loaded file beside file in small commits.
 */
@NullMarked
package dev.entrepot.simpledb.load;

import org.jspecify.annotations.NullMarked;
