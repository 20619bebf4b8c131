/**
 * Buckets and objects as AWS SDK for Java v2 sees them, with its defaults: checksums, chunked signatures, paginators.
 * What exports leave in buckets is only worth as much as the ways to fetch it.
 */
@NullMarked
package dev.entrepot.e2e.objects;

import org.jspecify.annotations.NullMarked;
