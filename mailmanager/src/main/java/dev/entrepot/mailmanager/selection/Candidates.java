package dev.entrepot.mailmanager.selection;

import java.util.Arrays;

/**
 * Messages of one block that may be meant, given out newest first. They are sorted when the first of them is wanted: of an archive's
 * older blocks most never are.
 */
final class Candidates {
    private static final int PLACE_BITS = Integer.numberOfTrailingZeros(Block.MESSAGES);

    private final Block block;
    /** Time of receipt in milliseconds, and behind it the place in the block. */
    private final long[] keys;

    private int left;
    private boolean sorted;
    private long latest;

    /** @param keys see {@link #key}, at least one */
    Candidates(Block block, long[] keys) {
        this.block = block;
        this.keys = keys;
        this.left = keys.length;
        this.latest = Arrays.stream(keys).max().orElseThrow();
    }

    static long key(long received, int place) {
        return received << PLACE_BITS | place;
    }

    boolean isEmpty() {
        return left == 0;
    }

    /** When the next one was received, in milliseconds. */
    long received() {
        return latest >> PLACE_BITS;
    }

    /** The next one's number. */
    long number() {
        return block.first() + (latest & (Block.MESSAGES - 1));
    }

    void pass() {
        if (!sorted) {
            Arrays.sort(keys);
            sorted = true;
        }
        left--;
        if (left > 0) {
            latest = keys[left - 1];
        }
    }
}
