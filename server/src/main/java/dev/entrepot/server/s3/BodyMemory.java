package dev.entrepot.server.s3;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory for bodies that must be held whole before their signature is known to be good: anybody may send such bodies, so that all
 * of them together are bounded.
 */
final class BodyMemory {
    private static final int UNIT_BYTES = 1024;
    private static final long WAIT_SECONDS = 10;

    private final Semaphore units;
    private final int maxBodyBytes;

    BodyMemory(S3Limits limits) {
        units = new Semaphore(limits.maxBufferedBytes() / UNIT_BYTES, true);
        maxBodyBytes = limits.maxBufferedBodyBytes();
    }

    /** Memory taken until it is closed. */
    interface Taken extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for its turn; empty when that takes too long. */
    Optional<Taken> take(SignedRequest request) {
        int wanted = units(request);
        try {
            return wanted == 0 || units.tryAcquire(wanted, WAIT_SECONDS, TimeUnit.SECONDS)
                    ? Optional.of(() -> units.release(wanted))
                    : Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private int units(SignedRequest request) {
        boolean streams = request.header("x-amz-content-sha256")
                .map(hash -> hash.startsWith("STREAMING-") || hash.equals("UNSIGNED-PAYLOAD"))
                .orElse(!request.header("authorization").orElse("").startsWith("AWS4-"));
        if (streams) {
            return 0;
        }
        long length = request.getContentLengthLong();
        boolean chunked = length < 0 && request.header("transfer-encoding").isPresent();
        // A longer body is refused before it is read.
        long bytes = chunked ? maxBodyBytes : Math.clamp(length, 0, maxBodyBytes);
        return Math.toIntExact((bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    }
}
