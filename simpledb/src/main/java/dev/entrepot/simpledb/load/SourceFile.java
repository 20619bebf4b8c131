package dev.entrepot.simpledb.load;

import java.util.Optional;

/**
 * One file of a source, as it was when the import was planned.
 *
 * @param size in bytes
 * @param etag another one, and the object is another
 * @param listed what the export's manifest says of it
 */
record SourceFile(String key, long size, String etag, Optional<Listed> listed) {
    /** @param md5Checksum Base64 of the MD5 of its bytes */
    record Listed(String md5Checksum, long items) {}
}
