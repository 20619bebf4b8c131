package dev.entrepot.wire.codec;

import com.fasterxml.jackson.core.io.SerializedString;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** JSON tokens (RFC 8259) written one after the other as UTF-8; commas come by themselves. */
final class JsonOutput extends ByteOutput {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_BYTE = 0x0101_0101_0101_0101L;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** An opening brace or bracket. */
    void start(char bracket) {
        separate();
        append(bracket);
    }

    /** The closing one. */
    void end(char bracket) {
        append(bracket);
    }

    void name(SerializedString name) {
        separate();
        appendBetween('"', name.asQuotedUTF8());
        append(':');
    }

    void name(String name) {
        text(name);
        append(':');
    }

    void text(String text) {
        text(text.getBytes(StandardCharsets.UTF_8));
    }

    void text(byte[] utf8) {
        separate();
        int escape = nextEscaped(utf8, 0);
        if (escape == utf8.length) {
            appendBetween('"', utf8);
        } else {
            escaped(utf8, escape);
        }
    }

    private void escaped(byte[] utf8, int first) {
        append('"');
        int written = 0;
        for (int at = first; at < utf8.length; at = nextEscaped(utf8, at + 1)) {
            append(utf8, written, at);
            escape(utf8[at]);
            written = at + 1;
        }
        append(utf8, written, utf8.length);
        append('"');
    }

    /** NaN and the infinities come out quoted. */
    void number(Number number) {
        switch (number) {
            case Double wide when !Double.isFinite(wide) -> text(wide.toString());
            case Float narrow when !Float.isFinite(narrow) -> text(narrow.toString());
            default -> literal(number.toString());
        }
    }

    /** A number, {@code true}, {@code false} or {@code null}. */
    void literal(String text) {
        separate();
        append(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What was written last tells: texts end in a quote, so a colon or an opening bracket is never part of one. */
    private void separate() {
        byte last = last();
        if (last != 0 && last != '{' && last != '[' && last != ':') {
            append(',');
        }
    }

    /** The next byte at or after {@code from} that must be escaped; the length when there is none. */
    private static int nextEscaped(byte[] utf8, int from) {
        int at = from;
        int lastEight = utf8.length - Long.BYTES;
        while (at < lastEight && allPlain((long) LONGS.get(utf8, at))) {
            at += Long.BYTES;
        }
        if (lastEight >= 0 && at >= lastEight && allPlain((long) LONGS.get(utf8, lastEight))) {
            return utf8.length;
        }
        while (at < utf8.length && isPlain(utf8[at])) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(byte b) {
        return b != '"' && b != '\\' && (b < 0 || b >= ' ');
    }

    /** {@link #isPlain} of eight bytes at once; a borrow may make it say no too often, never yes. */
    private static boolean allPlain(long eight) {
        long quote = eight ^ EVERY_BYTE * '"';
        long backslash = eight ^ EVERY_BYTE * '\\';
        long found = (eight - EVERY_BYTE * ' ') & ~eight
                | (quote - EVERY_BYTE) & ~quote
                | (backslash - EVERY_BYTE) & ~backslash;
        return (found & EVERY_BYTE << 7) == 0;
    }

    private void escape(byte b) {
        append('\\');
        switch (b) {
            case '"', '\\' -> append(b);
            case '\b' -> append('b');
            case '\t' -> append('t');
            case '\n' -> append('n');
            case '\f' -> append('f');
            case '\r' -> append('r');
            default -> {
                append('u');
                append('0');
                append('0');
                append(HEX[b >> 4]);
                append(HEX[b & 15]);
            }
        }
    }
}
