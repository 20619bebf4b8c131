/**
 * The S3 API of the embedded object store: S3Proxy's handler behind one servlet, with our key pairs and accounts.
 * What S3Proxy leaves open is settled here: whose buckets, expected bucket owners, whole verification of bodies, bounds.
 */
@NullMarked
package dev.entrepot.server.s3;

import org.jspecify.annotations.NullMarked;
