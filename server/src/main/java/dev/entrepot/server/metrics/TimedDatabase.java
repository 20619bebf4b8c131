package dev.entrepot.server.metrics;

import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Dialect;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** A database whose transactions are timed; the scheduler's own are not. */
public final class TimedDatabase implements Database {
    private final Database database;
    private final Timing reads;
    private final Timing writes;
    private final Timing batches;

    public TimedDatabase(Database database, Metrics metrics) {
        this.database = database;
        this.reads = metrics.database("read");
        this.writes = metrics.database("write");
        this.batches = metrics.database("batch");
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return reads.of(() -> database.read(work));
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return writes.of(() -> database.write(work));
    }

    @Override
    public <T> T writeBatch(Function<Handle, T> work) {
        return batches.of(() -> database.writeBatch(work));
    }

    @Override
    public boolean writing() {
        return database.writing();
    }

    @Override
    public Dialect dialect() {
        return database.dialect();
    }

    @Override
    public DataSource schedulerConnections() {
        return database.schedulerConnections();
    }

    @Override
    public void close() {
        database.close();
    }
}
