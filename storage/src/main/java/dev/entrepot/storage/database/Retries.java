package dev.entrepot.storage.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Runs a PostgreSQL transaction again when the database says that another got in its way, as serializable ones must. */
final class Retries {
    private static final int ATTEMPTS = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    /** serialization_failure and deadlock_detected, PostgreSQL's appendix A. */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01");

    private Retries() {}

    static <T> T run(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isTransient(e)) {
                    throw e;
                }
                LockSupport.parkNanos(pauseNanos(attempt));
            }
        }
    }

    /** Doubles, and differs between competitors, so that they do not meet again. */
    private static long pauseNanos(int attempt) {
        long longest = Math.min(Duration.ofMillis(1L << attempt).toNanos(), LONGEST_PAUSE.toNanos());
        return ThreadLocalRandom.current().nextLong(longest);
    }

    private static boolean isTransient(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && TRANSIENT.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
