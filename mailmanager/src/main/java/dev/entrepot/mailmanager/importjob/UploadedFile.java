package dev.entrepot.mailmanager.importjob;

/**
 * The one part of an import: its file, as it was when the import was planned.
 *
 * @param size in bytes
 */
record UploadedFile(String etag, long size) {}
