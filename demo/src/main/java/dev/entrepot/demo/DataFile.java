package dev.entrepot.demo;

/**
 * One entry of {@code manifest-file.json}, member for member.
 *
 * @param md5Checksum Base64
 */
record DataFile(String md5Checksum, String dataFileS3Key, long dataFileItemCount) {}
