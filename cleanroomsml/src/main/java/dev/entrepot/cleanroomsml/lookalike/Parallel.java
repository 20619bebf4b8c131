package dev.entrepot.cleanroomsml.lookalike;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work on all cores, whose results do not depend on who did what. */
final class Parallel {
    private static final int PIECE = 32;

    private Parallel() {}

    static void forEach(int size, IntConsumer work) {
        IntStream.range(0, size).parallel().forEach(work);
    }

    /** In pieces of rows next to each other. */
    static void forPieces(int rows, Stretch work) {
        forEach(Math.ceilDiv(rows, PIECE), piece -> work.accept(piece * PIECE, Math.min(rows, (piece + 1) * PIECE)));
    }

    @FunctionalInterface
    interface Stretch {
        void accept(int from, int to);
    }
}
