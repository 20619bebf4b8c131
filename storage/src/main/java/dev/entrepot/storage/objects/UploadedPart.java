package dev.entrepot.storage.objects;

/**
 * One part of a multipart upload.
 *
 * @param etag without quotes
 */
public record UploadedPart(int number, String etag) {}
