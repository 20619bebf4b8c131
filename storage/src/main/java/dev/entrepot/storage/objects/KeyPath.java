package dev.entrepot.storage.objects;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a key's file lies below its bucket: a directory for each part before a {@code /}, named so that a person recognises it.
 * Every key has a path of its own, and none leads outside: bytes but letters, digits, {@code -}, {@code _} and inner {@code .} are
 * written {@code %XX}, an object's file ends in {@code +object}, an empty part is {@code +}, and a part of a long name that goes on
 * in the directory below ends in {@code %}.
 */
final class KeyPath {
    private static final String OBJECT = "+object";
    private static final String EMPTY = "+";
    private static final String GOES_ON = "%";
    private static final int MAX_NAME_CHARS = 200; // of the 255 a file name may have

    private KeyPath() {}

    static Path file(Path root, String key) {
        int slash = key.lastIndexOf('/');
        Path directory = directory(root, key.substring(0, slash + 1));
        String name = encode(key.substring(slash + 1));
        return spread(directory, name, OBJECT);
    }

    /** @param prefix empty, or ending in {@code /} */
    static Path directory(Path root, String prefix) {
        Path directory = root;
        int start = 0;
        for (int slash = prefix.indexOf('/'); slash >= 0; slash = prefix.indexOf('/', start)) {
            directory = spread(directory, encode(prefix.substring(start, slash)), "");
            start = slash + 1;
        }
        return directory;
    }

    static boolean isObject(String fileName) {
        return fileName.endsWith(OBJECT);
    }

    static boolean goesOn(String fileName) {
        return fileName.endsWith(GOES_ON);
    }

    /** The encoded text that a file name contributes to its part of the key. */
    static String piece(String fileName) {
        if (isObject(fileName)) {
            return fileName.substring(0, fileName.length() - OBJECT.length());
        }
        if (goesOn(fileName)) {
            return fileName.substring(0, fileName.length() - GOES_ON.length());
        }
        return fileName.equals(EMPTY) ? "" : fileName;
    }

    static String decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String encode(String part) {
        var encoded = new StringBuilder(part.length() + 8);
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b) || (b == '.' && !encoded.isEmpty())) {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02X".formatted(b));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
    }

    private static Path spread(Path directory, String name, String suffix) {
        while (name.length() > MAX_NAME_CHARS) {
            directory = directory.resolve(name.substring(0, MAX_NAME_CHARS) + GOES_ON);
            name = name.substring(MAX_NAME_CHARS);
        }
        return directory.resolve(name.isEmpty() && suffix.isEmpty() ? EMPTY : name + suffix);
    }
}
