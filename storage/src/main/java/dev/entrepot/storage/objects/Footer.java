package dev.entrepot.storage.objects;

import dev.entrepot.storage.objects.ServerSideEncryption.Aes256;
import dev.entrepot.storage.objects.ServerSideEncryption.Kms;
import dev.entrepot.storage.objects.ServerSideEncryption.None;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What follows an object's bytes in its file: lines of {@code name=value}, their length (4 bytes) and a mark (4 bytes).
 * Bytes and metadata in one file are replaced by one rename, so that they always belong together, on any file system.
 *
 * @param dataKey the object's data key as encrypted, when there is one
 */
record Footer(StoredObject object, Optional<SealedKey> dataKey) {
    static final int TAIL_BYTES = 8;
    private static final int MARK = 0x45504F42; // "EPOB"
    private static final String HEADER = "header.";

    /** @param keyArn as {@link dev.entrepot.storage.keys.DataKey#keyArn} */
    record SealedKey(String keyArn, byte[] ciphertext) {}

    byte[] encode() {
        var values = new LinkedHashMap<String, String>();
        values.put("key", object.key());
        values.put("size", Long.toString(object.size()));
        values.put("etag", object.etag());
        object.md5().ifPresent(md5 -> values.put("md5", md5.hex()));
        values.put("modified", object.lastModified().toString());
        object.encryption().algorithm().ifPresent(algorithm -> values.put("encryption", algorithm));
        dataKey.ifPresent(key -> {
            values.put("data-key-under", key.keyArn);
            values.put("data-key", Base64.getEncoder().encodeToString(key.ciphertext));
        });
        new TreeMap<>(object.headers()).forEach((name, value) -> values.put(HEADER + name, value));
        var text = new StringBuilder("\n");
        values.forEach((name, value) ->
                text.append(escape(name)).append('=').append(escape(value)).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(bytes.length + TAIL_BYTES)
                .put(bytes)
                .putInt(bytes.length)
                .putInt(MARK)
                .array();
    }

    /** The length of the lines before a tail. */
    static int length(ByteBuffer tail) throws IOException {
        int length = tail.getInt();
        if (tail.getInt() != MARK || length < 0) {
            throw new IOException("Not an object file");
        }
        return length;
    }

    static Footer decode(byte[] lines) throws IOException {
        try {
            return parse(new String(lines, StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            throw new IOException("The metadata of an object file are damaged", e);
        }
    }

    private static Footer parse(String text) {
        var values = new TreeMap<String, String>();
        text.lines().filter(line -> !line.isEmpty()).forEach(line -> {
            int equals = line.indexOf('=');
            values.put(unescape(line.substring(0, equals)), unescape(line.substring(equals + 1)));
        });
        var headers = new TreeMap<String, String>();
        values.tailMap(HEADER).forEach((name, value) -> {
            if (name.startsWith(HEADER)) {
                headers.put(name.substring(HEADER.length()), value);
            }
        });
        var object = new StoredObject(
                required(values, "key"),
                Long.parseLong(required(values, "size")),
                required(values, "etag"),
                Optional.ofNullable(values.get("md5")).map(Md5::new),
                Instant.parse(required(values, "modified")),
                encryption(values),
                headers);
        var dataKey = Optional.ofNullable(values.get("data-key"))
                .map(base64 -> new SealedKey(
                        required(values, "data-key-under"), Base64.getDecoder().decode(base64)));
        return new Footer(object, dataKey);
    }

    private static ServerSideEncryption encryption(Map<String, String> values) {
        return switch (values.getOrDefault("encryption", "")) {
            case "" -> new None();
            case "AES256" -> new Aes256();
            case "aws:kms" -> new Kms(Optional.of(required(values, "data-key-under")));
            default -> throw new UncheckedIOException(new IOException("An unknown encryption"));
        };
    }

    private static String required(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow();
    }

    /** Only what would break the lines, so that a person can read them. */
    private static String escape(String text) {
        return text.replace("%", "%25").replace("=", "%3D").replace("\n", "%0A").replace("\r", "%0D");
    }

    private static String unescape(String text) {
        return text.replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%3D", "=")
                .replace("%25", "%");
    }
}
