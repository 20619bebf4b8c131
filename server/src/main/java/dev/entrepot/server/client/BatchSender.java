package dev.entrepot.server.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.mailmanager.load.MessageBatch;
import dev.entrepot.mailmanager.mailbox.FoundMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sends batches, several at a time, each until the server has acknowledged it. */
final class BatchSender implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);
    /** How long a server that has answered once is waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ServerClient client;
    private final String path;
    private final ProgressDisplay display;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final AtomicLong archived = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong expired = new AtomicLong();
    private final List<Refused> refused = new ArrayList<>();
    private volatile long lastAnswer = System.nanoTime();

    BatchSender(ServerClient client, String archive, ProgressDisplay display) {
        this.client = client;
        this.path = "/_entrepot/mail/archives/" + archive + "/messages";
        this.display = display;
    }

    /** A message that the server did not take. */
    record Refused(String where, String reason) {}

    /** @throws ClientFailed when the server does not answer, or would not take mail into this archive */
    void greet() {
        try {
            client.tryPut(path, new MessageBatch().encode());
        } catch (IOException e) {
            throw new ClientFailed("The server does not answer as it should: is it running?", e);
        }
    }

    /**
     * Returns when there is room for the next one.
     *
     * @throws ClientFailed when this batch or one before could not be sent
     */
    void send(MessageBatch batch) {
        byte[] body = batch.encode();
        List<String> places = batch.messages().stream().map(FoundMessage::where).toList();
        room.acquireUninterruptibly();
        throwFailure();
        threads.execute(() -> {
            try {
                take(sendUntilAcknowledged(body), places);
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    /** Waits for the last acknowledgement. */
    void finish() {
        room.acquireUninterruptibly(AT_ONCE);
        throwFailure();
    }

    private JsonNode sendUntilAcknowledged(byte[] body) {
        while (true) {
            try {
                JsonNode answer = client.tryPut(path, body);
                lastAnswer = System.nanoTime();
                return answer;
            } catch (IOException e) {
                Duration silent = Duration.ofNanos(System.nanoTime() - lastAnswer);
                if (failure.get() != null || silent.compareTo(PATIENCE) > 0) {
                    throw new ClientFailed(
                            "The server does not answer as it should; what it has acknowledged is archived, and the"
                                    + " same command loads the rest",
                            e);
                }
                synchronized (display) {
                    display.serverGone();
                }
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
    }

    private void take(JsonNode answer, List<String> places) {
        archived.addAndGet(answer.path("archived").asLong());
        duplicates.addAndGet(answer.path("duplicates").asLong());
        expired.addAndGet(answer.path("expired").asLong());
        for (JsonNode each : answer.path("refused")) {
            synchronized (refused) {
                refused.add(new Refused(
                        places.get(each.path("index").asInt()),
                        each.path("reason").asText()));
            }
        }
    }

    private void throwFailure() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    long archived() {
        return archived.get();
    }

    long duplicates() {
        return duplicates.get();
    }

    long expired() {
        return expired.get();
    }

    /** Those since this was asked last. */
    List<Refused> refused() {
        synchronized (refused) {
            List<Refused> since = List.copyOf(refused);
            refused.clear();
            return since;
        }
    }

    /** Batches that are being sent are still sent, unless one has failed. */
    @Override
    public void close() {
        threads.close();
    }
}
