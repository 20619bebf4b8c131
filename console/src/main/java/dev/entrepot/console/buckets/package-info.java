/**
 * Pages of buckets and objects: browse by prefix, look at the beginning of an object, download. What they list and open is what S3 would
 * list and open for the visitor's key pair.
 */
@NullMarked
package dev.entrepot.console.buckets;

import org.jspecify.annotations.NullMarked;
