package dev.entrepot.server.backup;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Copies many files at once, since each waits for the disk; the first failure ends it. */
final class Copying implements AutoCloseable {
    private static final int AT_ONCE = 16;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    interface Copy {
        void run() throws IOException;
    }

    /** Waits for its turn, not for its end. */
    void start(Copy copy) throws IOException {
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                copy.run();
            } catch (IOException | RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                free.release();
            }
        });
        check();
    }

    /** Waits for all. */
    void finish() throws IOException {
        threads.close();
        check();
    }

    private void check() throws IOException {
        switch (failure.get()) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case null, default -> {
                // goes on
            }
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
