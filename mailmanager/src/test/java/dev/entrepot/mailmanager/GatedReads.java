package dev.entrepot.mailmanager;

import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Dialect;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** A database that lets jobs wait until a gate is opened: as if they took long. Requests are not held up. */
public record GatedReads(Database real, CountDownLatch gate) implements Database {
    @Override
    public <T> T read(Function<Handle, T> work) {
        if (Thread.currentThread().getName().startsWith("scheduled_")) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return real.read(work);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return real.write(work);
    }

    @Override
    public <T> T writeBatch(Function<Handle, T> work) {
        return real.writeBatch(work);
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
