package dev.entrepot.wire.codec;

import java.nio.ByteBuffer;

/** Percent-encoding (RFC 3986): decoded once, strictly, to UTF-8 text. */
public final class PercentCoding {
    private PercentCoding() {}

    /** A path segment or label: {@code +} is a plus. */
    public static String decode(String text) {
        return text.indexOf('%') < 0 && ascii(text) ? text : decode(text, false);
    }

    /** A key or value of a query string or form: {@code +} is a blank. */
    public static String decodeForm(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 && ascii(text) ? text : decode(text, true);
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String decode(String text, boolean plusIsBlank) {
        var bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()) {
                    throw new MalformedInput("Broken percent-encoding");
                }
                bytes.put((byte) (hex(text.charAt(i + 1)) << 4 | hex(text.charAt(i + 2))));
                i += 2;
            } else if (c > 0xFF) {
                throw new MalformedInput("Characters outside of Latin-1 must be percent-encoded");
            } else {
                // A raw byte above 127 reaches us as one Latin-1 character.
                bytes.put((byte) (c == '+' && plusIsBlank ? ' ' : c));
            }
        }
        return Utf8.decode(bytes.array(), 0, bytes.position());
    }

    private static int hex(char c) {
        int digit = Character.digit(c, 16);
        if (digit < 0 || c > 'f') {
            throw new MalformedInput("Broken percent-encoding");
        }
        return digit;
    }
}
