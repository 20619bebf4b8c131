/**
 * Buckets and objects on the local file system: what jobs read and write in process and what the S3 API serves.
 * An acknowledged change is on the disk, an object is replaced whole or not at all, and any key S3 allows is stored as it is.
 */
@NullMarked
package dev.entrepot.storage.objects;

import org.jspecify.annotations.NullMarked;
