package dev.entrepot.wire.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A cursor over CBOR data items (RFC 8949). {@link #next()} reads an item's head; every length is checked against the bytes left
 * before anything is allocated.
 */
final class CborInput {
    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int TAG = 6;
    static final int SIMPLE = 7;

    private static final int INDEFINITE = 31;
    private static final int MAX_DEPTH = 64;

    private final byte[] bytes;
    private int position;
    private int major;
    private int info;
    private long argument;
    private int depth;

    CborInput(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the head of the next item: its major type and argument. */
    void next() {
        int initial = unsignedByte();
        major = initial >> 5;
        info = initial & 31;
        argument = switch (info) {
            case 24 -> unsigned(1);
            case 25 -> unsigned(2);
            case 26 -> unsigned(4);
            case 27 -> unsigned(8);
            case 28, 29, 30 -> throw new MalformedInput("Reserved CBOR additional information");
            default -> info;
        };
        if (info == INDEFINITE && (major < BYTES || major == TAG)) {
            throw new MalformedInput("A CBOR number or tag has no length");
        }
    }

    private int unsignedByte() {
        if (position == bytes.length) {
            throw new MalformedInput("The CBOR data ends too early");
        }
        return bytes[position++] & 0xFF;
    }

    private long unsigned(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | unsignedByte();
        }
        return value;
    }

    int major() {
        return major;
    }

    /** The low five bits of the head. */
    int info() {
        return info;
    }

    /** The number in the head, unsigned: 2⁶³ and more come out negative. */
    long argument() {
        return argument;
    }

    boolean isNull() {
        return major == SIMPLE && (info == 22 || info == 23); // null and undefined
    }

    boolean isBreak() {
        return major == SIMPLE && info == INDEFINITE;
    }

    void expect(int type, String what) {
        if (major != type) {
            throw new MalformedInput("Expected " + what);
        }
    }

    /** Where the elements of an array or map end; made from its head. Goes one level down until {@link #leave}. */
    long enter() {
        if (++depth > MAX_DEPTH) {
            throw new MalformedInput("CBOR data is nested too deeply");
        }
        if (info == INDEFINITE) {
            return Long.MAX_VALUE;
        }
        int least = major == MAP ? 2 : 1;
        if (argument < 0 || argument > (bytes.length - position) / least) {
            throw new MalformedInput("The CBOR data ends too early");
        }
        return argument;
    }

    /** Whether another element follows, whose head is then read. */
    boolean hasNext(long count, long read) {
        if (count != Long.MAX_VALUE) {
            if (read == count) {
                return false;
            }
            next();
            if (isBreak()) {
                throw new MalformedInput("Unexpected CBOR break");
            }
            return true;
        }
        next();
        return !isBreak();
    }

    void leave() {
        depth--;
    }

    /** The text whose head was read last. */
    String text() {
        expect(TEXT, "a text string");
        if (info == INDEFINITE) {
            return Utf8.decode(chunks(TEXT));
        }
        int start = take();
        return Utf8.decode(bytes, start, position);
    }

    /** Whether the text whose head was read last is this one; then it is passed over. */
    boolean isText(byte[] utf8) {
        int end = position + utf8.length;
        if (major != TEXT
                || argument != utf8.length
                || info == INDEFINITE
                || end > bytes.length
                || !Arrays.equals(bytes, position, end, utf8, 0, utf8.length)) {
            return false;
        }
        position = end;
        return true;
    }

    /** The bytes whose head was read last. */
    byte[] byteString() {
        expect(BYTES, "a byte string");
        if (info == INDEFINITE) {
            return chunks(BYTES);
        }
        int start = take();
        return Arrays.copyOfRange(bytes, start, position);
    }

    private int take() {
        if (argument < 0 || argument > bytes.length - position) {
            throw new MalformedInput("The CBOR data ends too early");
        }
        int start = position;
        position += (int) argument;
        return start;
    }

    private byte[] chunks(int type) {
        var joined = new ByteArrayOutputStream();
        for (next(); !isBreak(); next()) {
            if (major != type || info == INDEFINITE) {
                throw new MalformedInput("A chunk of a CBOR string is of another type");
            }
            int start = take();
            joined.write(bytes, start, position - start);
        }
        return joined.toByteArray();
    }

    /** Passes over the item whose head was read last, and all inside. */
    void skip() {
        switch (major) {
            case BYTES -> byteString();
            case TEXT -> text();
            case ARRAY, MAP -> skipElements();
            case TAG -> {
                if (++depth > MAX_DEPTH) {
                    throw new MalformedInput("CBOR data is nested too deeply");
                }
                next();
                skip();
                depth--;
            }
            case SIMPLE -> {
                if (isBreak() || info == 24 && argument < 32) {
                    throw new MalformedInput("Unexpected CBOR simple value");
                }
            }
            default -> {} // numbers are all head
        }
    }

    private void skipElements() {
        boolean map = major == MAP;
        long count = enter();
        for (long read = 0; hasNext(count, read); read++) {
            skip();
            if (map) {
                next();
                skip();
            }
        }
        leave();
    }

    /** Makes sure that nothing follows. */
    void end() {
        if (position < bytes.length) {
            throw new MalformedInput("Unexpected content after the CBOR value");
        }
    }
}
