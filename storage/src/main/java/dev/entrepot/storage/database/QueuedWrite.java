package dev.entrepot.storage.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One caller's write on its way through the writer thread. Its caller wakes when its commit is on disk or it has failed. */
final class QueuedWrite<T> {
    private final Function<Handle, T> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private @Nullable T result;

    QueuedWrite(Function<Handle, T> work) {
        this.work = work;
    }

    void apply(Handle handle) {
        result = work.apply(handle);
    }

    void committed() {
        outcome.complete(result);
    }

    void failed(Throwable cause) {
        outcome.completeExceptionally(cause);
    }

    /** Waits even when interrupted: by then the outcome is the database's, not the caller's. */
    T await() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw QueuedWrite.<RuntimeException>asThrown(e.getCause());
        }
    }

    /** Lets what {@code work} threw come out unchanged, checked or not. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asThrown(Throwable cause) throws E {
        throw (E) cause;
    }
}
