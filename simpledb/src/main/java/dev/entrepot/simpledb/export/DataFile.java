package dev.entrepot.simpledb.export;

/**
 * A finished data file, as the manifest lists it.
 *
 * @param md5Checksum Base64 of the MD5 of its bytes
 */
record DataFile(String md5Checksum, String dataFileS3Key, long dataFileItemCount, long bytes) {}
