package dev.entrepot.server.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory for bodies that must be held whole before their signature is known to be good: anybody may send such bodies, so that all
 * of them together are bounded.
 */
public final class BodyMemory {
    private static final int UNIT_BYTES = 1024;

    private final Semaphore free;
    private final int units;
    private final Duration patience;

    /** @param patience how long a body may wait for others to make room */
    public BodyMemory(int bytes, Duration patience) {
        this.units = Math.max(1, bytes / UNIT_BYTES);
        this.free = new Semaphore(units, true);
        this.patience = patience;
    }

    /** Memory taken until it is closed. */
    public interface Taken extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for its turn; empty when that takes too long. What is more than all there is waits for all. */
    public Optional<Taken> take(long bytes) {
        int wanted = Math.toIntExact(Math.min(Math.ceilDiv(bytes, UNIT_BYTES), units));
        try {
            return wanted == 0 || free.tryAcquire(wanted, patience.toNanos(), TimeUnit.NANOSECONDS)
                    ? Optional.of(() -> free.release(wanted))
                    : Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
