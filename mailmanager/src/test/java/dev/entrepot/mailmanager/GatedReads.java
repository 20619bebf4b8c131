package dev.entrepot.mailmanager;

import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.DatabaseDecorator;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** A database that lets jobs wait until a gate is opened: as if they took long. Requests are not held up. */
public record GatedReads(Database real, CountDownLatch gate) implements DatabaseDecorator {
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
}
