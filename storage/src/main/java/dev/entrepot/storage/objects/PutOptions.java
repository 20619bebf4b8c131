package dev.entrepot.storage.objects;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How to store an object.
 *
 * @param headers HTTP fields that a GET answers with, by lower-case name: {@code content-type}, {@code cache-control},
 *     {@code x-amz-meta-…}
 * @param length how many bytes the source must have, if known
 * @param md5 what the MD5 of the source must be, if known
 */
public record PutOptions(
        Map<String, String> headers,
        ServerSideEncryption encryption,
        OptionalLong length,
        Optional<Md5> md5,
        WriteCondition condition) {
    public static final PutOptions DEFAULT = new PutOptions(
            Map.of(), ServerSideEncryption.NONE, OptionalLong.empty(), Optional.empty(), WriteCondition.NONE);

    public PutOptions {
        headers = Map.copyOf(headers);
    }

    public PutOptions contentType(String contentType) {
        var changed = new TreeMap<>(headers);
        changed.put("content-type", contentType);
        return headers(changed);
    }

    public PutOptions headers(Map<String, String> headers) {
        return new PutOptions(headers, encryption, length, md5, condition);
    }

    public PutOptions encryption(ServerSideEncryption encryption) {
        return new PutOptions(headers, encryption, length, md5, condition);
    }

    public PutOptions length(OptionalLong length) {
        return new PutOptions(headers, encryption, length, md5, condition);
    }

    public PutOptions md5(Optional<Md5> md5) {
        return new PutOptions(headers, encryption, length, md5, condition);
    }

    public PutOptions condition(WriteCondition condition) {
        return new PutOptions(headers, encryption, length, md5, condition);
    }
}
