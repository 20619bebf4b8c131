package dev.entrepot.wire.codec;

import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986): decoded once, strictly, to UTF-8 text. */
public final class PercentCoding {
    private PercentCoding() {}

    /** A path segment or label: {@code +} is a plus. */
    public static String decode(String text) {
        byte[] raw = latin1(text);
        return decode(raw, 0, raw.length, false);
    }

    /** A key or value of a query string or form: {@code +} is a blank. */
    static String decodeForm(byte[] raw, int start, int end) {
        return decode(raw, start, end, true);
    }

    /** A raw byte above 127 reaches us as one Latin-1 character. */
    static byte[] latin1(String text) {
        byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
        if (!text.equals(new String(raw, StandardCharsets.ISO_8859_1))) {
            throw new MalformedInput("Characters outside of Latin-1 must be percent-encoded");
        }
        return raw;
    }

    private static String decode(byte[] raw, int start, int end, boolean plusIsBlank) {
        for (int i = start; i < end; i++) {
            if (raw[i] == '%' || raw[i] == '+' && plusIsBlank) {
                return decodeEscapes(raw, start, end, plusIsBlank);
            }
        }
        return utf8(raw, start, end);
    }

    private static String decodeEscapes(byte[] raw, int start, int end, boolean plusIsBlank) {
        byte[] bytes = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            byte b = raw[i];
            if (b == '%') {
                if (i + 2 >= end) {
                    throw new MalformedInput("Broken percent-encoding");
                }
                b = (byte) (hex(raw[i + 1]) << 4 | hex(raw[i + 2]));
                i += 2;
            } else if (b == '+' && plusIsBlank) {
                b = ' ';
            }
            bytes[length++] = b;
        }
        return utf8(bytes, 0, length);
    }

    private static String utf8(byte[] bytes, int start, int end) {
        try {
            return Utf8.decode(bytes, start, end);
        } catch (MalformedInput notUtf8) {
            throw new MalformedInput("Percent-encoded text is not UTF-8");
        }
    }

    private static int hex(byte b) {
        int digit = Character.digit(b, 16);
        if (digit < 0) {
            throw new MalformedInput("Broken percent-encoding");
        }
        return digit;
    }
}
