package dev.entrepot.server.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads bodies into memory. A small one has usually come with its head and is read without waiting. */
final class RequestBody {
    private static final int FIRST_BUFFER = 64 * 1024;
    private static final Duration LINGER = Duration.ofSeconds(2);

    private RequestBody() {}

    /**
     * The whole body with its transfer coding removed; empty when it is larger than {@code max}, and then some of it may be
     * unread.
     */
    static Optional<byte[]> read(Request request, int max, Duration patience) throws IOException {
        long length = request.getLength();
        long deadline = System.nanoTime() + patience.toNanos();
        // A declared length alone buys little memory; the rest is taken as bytes arrive.
        byte[] body = new byte[(int) Math.min(length < 0 ? 0 : length, FIRST_BUFFER)];
        long most = length < 0 ? max : Math.min(length, max);
        int filled = 0;
        while (true) {
            Content.Chunk chunk = next(request, deadline);
            try {
                int arrived = chunk.remaining();
                if (arrived > max - filled) {
                    return Optional.empty();
                }
                if (arrived > body.length - filled) {
                    long doubled = Math.max(2L * body.length, filled + arrived);
                    body = Arrays.copyOf(body, (int) Math.min(doubled, most));
                }
                filled += chunk.get(body, filled, arrived);
                if (chunk.isLast()) {
                    return Optional.of(filled == body.length ? body : Arrays.copyOf(body, filled));
                }
            } finally {
                chunk.release();
            }
        }
    }

    /** Discards what a refused client still sends, for a short while, then completes the exchange. */
    static void drain(Request request, Callback callback) {
        long deadline = System.nanoTime() + LINGER.toNanos();
        try {
            boolean more = true;
            while (more && System.nanoTime() < deadline) {
                Content.Chunk chunk = next(request, deadline);
                more = !chunk.isLast();
                chunk.release();
            }
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
    }

    private static Content.Chunk next(Request request, long deadline) throws IOException {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                await(request, deadline);
            } else if (Content.Chunk.isFailure(chunk)) {
                throw chunk.getFailure() instanceof TimeoutException
                        ? new BodyTooSlow()
                        : new IOException("The request body broke off", chunk.getFailure());
            } else {
                return chunk;
            }
        }
    }

    private static void await(Request request, long deadline) throws IOException {
        var arrived = new CountDownLatch(1);
        request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, arrived::countDown));
        try {
            if (!arrived.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new BodyTooSlow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a request body was read");
        }
    }
}
