package dev.entrepot.sesv2.importjob;

/**
 * The one part of an import: its file, as it was when the import was planned.
 *
 * @param size in bytes
 */
record SourcePart(String etag, long size) {}
