package dev.entrepot.storage.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The one thread that writes to a SQLite file. Works that wait together share one commit, and so one wait for the disk:
 * whoever comes while a commit is under way is in the next.
 */
final class SqliteWriter implements AutoCloseable {
    private static final int GROUP_LIMIT = 1000;
    private static final long GROUP_NANOS = 10_000_000;

    private final BlockingQueue<QueuedWrite<?>> queue = new LinkedBlockingQueue<>();
    private final QueuedWrite<?> end = new QueuedWrite<>(handle -> handle);
    private final Connection connection;
    private final WriteGroup group;
    private final Semaphore turn;
    private final Thread thread;
    private volatile boolean writing;
    private boolean closed;

    /** @param turn one fair permit, shared with the job scheduler's connection */
    SqliteWriter(Connection connection, Semaphore turn) throws SQLException {
        this.connection = connection;
        this.group = new WriteGroup(connection);
        this.turn = turn;
        this.thread = Thread.ofPlatform().name("database-writer").daemon().start(this::commitGroups);
    }

    <T> T write(Function<Handle, T> work) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException(
                    "A write inside a write would wait for itself; use the handle it was given");
        }
        QueuedWrite<T> write = new QueuedWrite<>(work);
        add(write);
        return write.await();
    }

    private synchronized void add(QueuedWrite<?> write) {
        if (closed) {
            throw new IllegalStateException("The database is closed");
        }
        queue.add(write);
    }

    private void commitGroups() {
        for (QueuedWrite<?> first = next(); first != end; first = next()) {
            turn.acquireUninterruptibly();
            writing = true;
            try {
                commitGroup(first);
            } catch (Throwable e) { // this thread must not end while others wait for it
                group.giveUp(e);
            } finally {
                writing = false;
                turn.release();
            }
        }
    }

    boolean writing() {
        return writing || !queue.isEmpty();
    }

    private void commitGroup(QueuedWrite<?> first) {
        long start = System.nanoTime();
        group.begin();
        group.run(first);
        for (int size = 1; size < GROUP_LIMIT && System.nanoTime() - start < GROUP_NANOS; size++) {
            QueuedWrite<?> write = queue.peek();
            if (write == null || write == end) {
                break;
            }
            group.run(queue.remove());
        }
        group.commit();
    }

    private QueuedWrite<?> next() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // Nobody's to interrupt: this thread ends when the database is closed.
            }
        }
    }

    /** Ends when what was queued before is on disk. */
    @Override
    public void close() throws SQLException {
        synchronized (this) {
            if (!closed) {
                closed = true;
                queue.add(end);
            }
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
