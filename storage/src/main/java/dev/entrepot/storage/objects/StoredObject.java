package dev.entrepot.storage.objects;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the store knows of an object besides its bytes.
 *
 * @param size of the plain bytes
 * @param etag without quotes: the hex MD5, or {@code md5-n} of an object uploaded in n parts
 * @param md5 of the plain bytes; empty for an object uploaded in parts
 * @param headers HTTP fields that a GET answers with, by lower-case name
 */
public record StoredObject(
        String key,
        long size,
        String etag,
        Optional<Md5> md5,
        Instant lastModified,
        ServerSideEncryption encryption,
        Map<String, String> headers) {
    public StoredObject {
        headers = Map.copyOf(headers);
    }
}
