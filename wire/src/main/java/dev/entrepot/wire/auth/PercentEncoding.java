package dev.entrepot.wire.auth;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** RFC 3986 percent-encoding as signatures are made over: unreserved characters bare, all others {@code %XX} in upper case. */
final class PercentEncoding {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private PercentEncoding() {}

    static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    static void append(StringBuilder out, int octet) {
        if (isUnreserved(octet)) {
            out.append((char) octet);
        } else {
            out.append('%').append((char) HEX[octet >> 4 & 15]).append((char) HEX[octet & 15]);
        }
    }

    /** Encodes afresh what a client may have encoded in another way; {@code +} is a blank, as in forms. */
    static String normalize(byte[] raw, int from, int to) {
        int plain = from;
        while (plain < to && isUnreserved(raw[plain])) {
            plain++;
        }
        if (plain == to) {
            return new String(raw, from, to - from, StandardCharsets.ISO_8859_1);
        }
        var out = new StringBuilder(to - from + 16);
        for (int i = from; i < to; i++) {
            if (raw[i] == '%') {
                append(out, octet(raw, i, to));
                i += 2;
            } else {
                append(out, raw[i] == '+' ? ' ' : raw[i] & 0xFF);
            }
        }
        return out.toString();
    }

    /** @param encoded what {@link #normalize} made */
    static String decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        byte[] octets = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i += width(encoded, i)) {
            octets[length++] = (byte) octetAt(encoded, i);
        }
        return new String(octets, 0, length, StandardCharsets.UTF_8);
    }

    /** Orders what {@link #normalize} made by the octets it stands for. */
    static int compareOctets(String left, String right) {
        int l = 0;
        int r = 0;
        while (l < left.length() && r < right.length()) {
            int difference = octetAt(left, l) - octetAt(right, r);
            if (difference != 0) {
                return difference;
            }
            l += width(left, l);
            r += width(right, r);
        }
        return Boolean.compare(l < left.length(), r < right.length());
    }

    private static int octetAt(String encoded, int i) {
        return encoded.charAt(i) == '%' ? HexFormat.fromHexDigits(encoded, i + 1, i + 3) : encoded.charAt(i);
    }

    private static int width(String encoded, int i) {
        return encoded.charAt(i) == '%' ? 3 : 1;
    }

    private static int octet(byte[] raw, int percent, int to) {
        int high = percent + 2 < to ? Character.digit(raw[percent + 1], 16) : -1;
        int low = percent + 2 < to ? Character.digit(raw[percent + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw NotAuthenticated.malformed("The request's parameters are not percent-encoded.");
        }
        return high << 4 | low;
    }
}
