package dev.entrepot.mailmanager;

import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.DatabaseDecorator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** A database whose batches fail when told to: as if the process had died before their commit. */
public record FailingWrites(Database real, AtomicBoolean failing) implements DatabaseDecorator {
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public <T> T writeBatch(Function<Handle, T> work) {
        if (failing.get()) {
            throw new Failed();
        }
        return real.writeBatch(work);
    }
}
