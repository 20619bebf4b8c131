package dev.entrepot.mailmanager.selection;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/** Some of a block's messages, a bit each. */
final class Slice {
    private static final int WORDS = Block.MESSAGES / Long.SIZE;
    private static final int PLAIN_BYTES = WORDS * Long.BYTES;

    private final long[] words;

    private Slice(long[] words) {
        this.words = words;
    }

    static Slice none() {
        return new Slice(new long[WORDS]);
    }

    static Slice all() {
        var all = none();
        Arrays.fill(all.words, -1);
        return all;
    }

    void add(int message) {
        words[message >> 6] |= 1L << message;
    }

    void addAll(Slice other) {
        Arrays.setAll(words, i -> words[i] | other.words[i]);
    }

    void keep(Slice other) {
        Arrays.setAll(words, i -> words[i] & other.words[i]);
    }

    void remove(Slice other) {
        Arrays.setAll(words, i -> words[i] & ~other.words[i]);
    }

    int[] messages() {
        return BitSet.valueOf(words).stream().toArray();
    }

    /** The gaps between them, or, where those take more room, the bits. */
    byte[] encode() {
        byte[] gaps = Gaps.encode(BitSet.valueOf(words).stream().asLongStream());
        if (gaps.length < PLAIN_BYTES) {
            return gaps;
        }
        var bits = ByteBuffer.allocate(PLAIN_BYTES);
        bits.asLongBuffer().put(words);
        return bits.array();
    }

    static Slice decode(byte[] bytes) {
        var slice = none();
        if (bytes.length == PLAIN_BYTES) {
            ByteBuffer.wrap(bytes).asLongBuffer().get(slice.words);
        } else {
            Gaps.decode(bytes, message -> slice.add((int) message));
        }
        return slice;
    }
}
