package dev.entrepot.simpledb.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts from one, inclusive, to another, exclusive, by their UTF-8 bytes. Both ends may be bytes that are no text; an end that
 * does not lie above the beginning makes a range of nothing.
 */
public record ByteRange(byte[] from, byte[] to) {
    /** Above every text, since UTF-8 has no byte 0xFF. */
    private static final byte[] END = {(byte) 0xFF};

    public static final ByteRange ALL = new ByteRange(new byte[0], END);

    public static ByteRange only(String text) {
        return new ByteRange(bytes(text), next(bytes(text), 0));
    }

    public static ByteRange below(String text) {
        return new ByteRange(ALL.from, bytes(text));
    }

    public static ByteRange above(String text) {
        return new ByteRange(next(bytes(text), 0), END);
    }

    /** From one to the other, both included. */
    public static ByteRange between(String low, String high) {
        return new ByteRange(bytes(low), next(bytes(high), 0));
    }

    public static ByteRange startingWith(String prefix) {
        return new ByteRange(bytes(prefix), next(bytes(prefix), 0xFF));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** With a zero byte, what follows at once; with 0xFF, what follows all that begin so. */
    private static byte[] next(byte[] bytes, int last) {
        byte[] next = Arrays.copyOf(bytes, bytes.length + 1);
        next[bytes.length] = (byte) last;
        return next;
    }

    public boolean isEmpty() {
        return Arrays.compareUnsigned(from, to) >= 0;
    }

    /** Whether it holds one text and no other. */
    public boolean isOne() {
        return to.length == from.length + 1
                && to[from.length] == 0
                && Arrays.equals(from, 0, from.length, to, 0, from.length);
    }

    /** What is in both. */
    public ByteRange and(ByteRange other) {
        return new ByteRange(greater(from, other.from), greater(to, other.to) == to ? other.to : to);
    }

    /** The least range that holds both. */
    public ByteRange hull(ByteRange other) {
        return new ByteRange(greater(from, other.from) == from ? other.from : from, greater(to, other.to));
    }

    private static byte[] greater(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b) > 0 ? a : b;
    }

    /** The first text that may be in it, as text. */
    public String first() {
        return new String(from, StandardCharsets.UTF_8);
    }
}
