package dev.entrepot.mailmanager;

import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Dialect;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** A database whose batches fail when told to: as if the process had died before their commit. */
public record FailingWrites(Database real, AtomicBoolean failing) implements Database {
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

    @Override
    public <T> T read(Function<Handle, T> work) {
        return real.read(work);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return real.write(work);
    }

    @Override
    public boolean writing() {
        return real.writing();
    }

    @Override
    public Dialect dialect() {
        return real.dialect();
    }

    @Override
    public DataSource schedulerConnections() {
        return real.schedulerConnections();
    }

    @Override
    public void close() {
        real.close();
    }
}
