package dev.entrepot.mailmanager.smtp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Looks up the names of hosts. A lookup is a native call that may take long, so it has threads of its own, and nobody waits for it beyond
 * a bound: a name that is not known by then is not known.
 */
final class HostNames implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ExecutorService lookups = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("host-name-", 0).factory());

    /** The host's name, once it is asked for; the JDK gives only names that lead back to the address. */
    Supplier<Optional<String>> of(InetAddress address) {
        try {
            Future<String> lookup = lookups.submit(address::getCanonicalHostName);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            return () -> await(lookup, deadline).filter(name -> !name.equals(address.getHostAddress()));
        } catch (RejectedExecutionException e) {
            return Optional::empty;
        }
    }

    private static Optional<String> await(Future<String> lookup, long deadline) {
        try {
            return Optional.of(lookup.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}
