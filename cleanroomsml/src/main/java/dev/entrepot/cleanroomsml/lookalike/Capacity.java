package dev.entrepot.cleanroomsml.lookalike;

/** How arrays grow. */
final class Capacity {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private Capacity() {}

    /** @throws IllegalStateException when no array can be larger */
    static int above(int size) {
        if (size == LARGEST) {
            throw new IllegalStateException("More than " + LARGEST + " of one kind");
        }
        return (int) Math.min(LARGEST, size + Math.max(16L, size / 2));
    }
}
