package dev.entrepot.server.metrics;

import java.util.function.Supplier;

/** Takes down how long something took, whether it went well or not. */
interface Timing {
    void took(long nanos);

    default <T> T of(Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            took(System.nanoTime() - start);
        }
    }
}
