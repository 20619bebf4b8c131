package dev.entrepot.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bucket in memory, whose objects a test may damage. */
final class InMemoryObjects implements ExportedObjects {
    final TreeMap<String, String> texts = new TreeMap<>();

    @Override
    public SortedMap<String, Long> list(String prefix) {
        var sizes = new TreeMap<String, Long>();
        texts.forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                sizes.put(key, (long) text.length());
            }
        });
        return sizes;
    }

    @Override
    public InputStream open(String key) {
        if (!texts.containsKey(key)) {
            throw new ExportUntrue(key + " is not there");
        }
        return new ByteArrayInputStream(texts.get(key).getBytes(StandardCharsets.UTF_8));
    }

    void replace(String key, String what, String by) {
        String before = texts.get(key);
        if (!before.contains(what)) {
            throw new IllegalArgumentException(key + " has no " + what);
        }
        texts.put(key, before.replace(what, by));
    }

    String md5(String key) throws NoSuchAlgorithmException {
        byte[] bytes = texts.get(key).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    }
}
