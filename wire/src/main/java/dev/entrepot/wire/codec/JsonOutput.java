package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.EncodedName;
import java.nio.charset.StandardCharsets;

/** JSON tokens (RFC 8259) written one after the other as UTF-8; commas come by themselves. */
final class JsonOutput extends ByteOutput {
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

    void name(EncodedName name) {
        separate();
        append(name.json());
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
        int escape = JsonBytes.nextSpecial(utf8, 0);
        if (escape == utf8.length) {
            appendBetween('"', utf8);
        } else {
            escaped(utf8, escape);
        }
    }

    private void escaped(byte[] utf8, int first) {
        append('"');
        int written = 0;
        for (int at = first; at < utf8.length; at = JsonBytes.nextSpecial(utf8, at + 1)) {
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
