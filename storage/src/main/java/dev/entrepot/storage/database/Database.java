package dev.entrepot.storage.database;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * One relational database. SQL in the common subset of SQLite and PostgreSQL runs on either; {@link #dialect()} is for the
 * few places where they must differ.
 */
public interface Database extends AutoCloseable {
    /** Reads one consistent moment of the data. Never waits for writers, never makes them wait. */
    <T> T read(Function<Handle, T> work);

    /**
     * Runs {@code work} as one transaction that is durable when this returns. An exception from {@code work} undoes it and
     * comes out unchanged. {@code work} may share its commit with others' and must not wait for anything but the database.
     */
    <T> T write(Function<Handle, T> work);

    Dialect dialect();

    /** Connections for the job scheduler, whose small transactions take turns with {@link #write}. */
    DataSource schedulerConnections();

    @Override
    void close();
}
