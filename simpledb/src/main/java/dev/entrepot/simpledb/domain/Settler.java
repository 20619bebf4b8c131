package dev.entrepot.simpledb.domain;

import dev.entrepot.storage.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what was written into the index of values, many items at a time: random values touch a page of the index each, and
 * together they share pages. Until then selects read these items besides.
 */
public final class Settler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
    /** Bytes of unindexed documents from which on writes wait a moment, so that they do not come faster than they settle. */
    static final long MUCH = 16 << 20;

    /** From here on they wait until the index has them, for selects read all of them besides. */
    private static final long MOST = 4 * MUCH;

    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int LOCKS = 64;

    private final Database database;
    private final InstantSource clock;
    private final String id = UUID.randomUUID().toString();
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();

    public Settler(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Settles from now on whatever is written, after a short while. */
    public void start() {
        thread = Optional.of(Thread.ofPlatform().name("settler").daemon().start(this::settleUntilClosed));
    }

    private void settleUntilClosed() {
        long rest = PAUSE.toNanos();
        while (!closed(rest)) {
            long start = System.nanoTime();
            try {
                settleAll();
            } catch (RuntimeException e) {
                LOG.warn("The domains to bring into the index could not be found; it will be tried again", e);
            }
            rest = Math.max(PAUSE.toNanos(), System.nanoTime() - start); // the more comes in, the more settles together
        }
    }

    private boolean closed(long nanos) {
        try {
            return closing.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Settles what every domain has now. */
    public void settleAll() {
        for (long domain : database.read(Settler::domains)) {
            ReentrantLock lock = lock(domain);
            if (lock.tryLock()) {
                try {
                    settle(domain);
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    /** Those of which something is left to settle, or to be removed. */
    static List<Long> domains(Handle handle) {
        return handle.createQuery("""
                        SELECT id FROM simpledb_domain WHERE unindexed > 0
                        UNION SELECT domain_id FROM simpledb_settling
                        UNION SELECT domain_id FROM simpledb_cutoff WHERE ended""").mapTo(Long.class).list();
    }

    /** Settles a domain of which much is unindexed, unless somebody does already: then it waits, a moment or to the end. */
    public void relieve(long domainId) {
        ReentrantLock lock = lock(domainId);
        if (unindexed(domainId) >= MOST) {
            lock.lock();
        } else if (!lockSoon(lock)) {
            return;
        }
        try {
            if (unindexed(domainId) >= MUCH) {
                settle(domainId);
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean lockSoon(ReentrantLock lock) {
        try {
            return lock.tryLock(MOMENT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long unindexed(long domainId) {
        return database.read(handle -> handle.createQuery("SELECT unindexed FROM simpledb_domain WHERE id = ?")
                .bind(0, domainId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** A failure is nobody's who wrote: what they wrote is kept, and found. */
    private void settle(long domainId) {
        try {
            database.write(handle -> SettlingLease.take(handle, domainId, id, clock))
                    .ifPresent(lease -> new Settling(database, lease, Settling.Slices.USUAL).run());
        } catch (RuntimeException e) {
            LOG.warn("The index of a domain could not be brought up to date; it will be tried again", e);
        }
    }

    private ReentrantLock lock(long domainId) {
        return locks.get((int) (domainId % LOCKS));
    }

    @Override
    public void close() {
        closing.countDown();
        thread.ifPresent(running -> {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
