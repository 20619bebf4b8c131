package dev.entrepot.wire.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/** A raw path as Version 4 signs it everywhere but in S3: normalised, then percent-encoded a second time. */
final class CanonicalPath {
    private CanonicalPath() {}

    static String of(String rawPath) {
        return isCanonical(rawPath) ? rawPath : encode(normalize(rawPath));
    }

    private static boolean isCanonical(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return false;
        }
        char previous = 'a';
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = c == '/' ? previous != '/' : PercentEncoding.isUnreserved(c);
            if (!plain || c == '.' && previous == '/') {
                return false;
            }
            previous = c;
        }
        return true;
    }

    /** Drops empty and {@code .} segments, resolves {@code ..} and keeps a trailing slash. */
    private static String normalize(String path) {
        var segments = new ArrayDeque<String>();
        for (int from = 0, to; from < path.length(); from = to + 1) {
            int slash = path.indexOf('/', from);
            to = slash < 0 ? path.length() : slash;
            String segment = path.substring(from, to);
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        String normal = "/" + String.join("/", segments);
        return path.endsWith("/") && !segments.isEmpty() ? normal + "/" : normal;
    }

    private static String encode(String path) {
        var out = new StringBuilder(path.length() + 16);
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            if (octet == '/') {
                out.append('/');
            } else {
                PercentEncoding.append(out, octet & 0xFF);
            }
        }
        return out.toString();
    }
}
