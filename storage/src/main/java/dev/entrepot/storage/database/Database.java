package dev.entrepot.storage.database;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * One relational database. SQL in the common subset of SQLite and PostgreSQL runs on either; {@link #dialect()} is for the
 * few places where they must differ. An {@code Instant} is kept as {@code BIGINT} microseconds since 1970, a {@code UUID} as
 * {@code TEXT}; binding and mapping know both.
 */
public interface Database extends AutoCloseable {
    /**
     * Reads one consistent moment of the data. Never waits for writers, never makes them wait. A long cursor is welcome: rows
     * stream, they are not collected (on PostgreSQL a thousand at a time, see {@code setFetchSize}).
     */
    <T> T read(Function<Handle, T> work);

    /**
     * Runs {@code work} as one transaction that is durable when this returns, as if no other write ran beside it. An exception
     * from {@code work} undoes it and comes out unchanged. {@code work} may share its commit with others' and must not wait
     * for anything but the database; where the database asks for it, it runs again from the start, so it has no other effects.
     */
    <T> T write(Function<Handle, T> work);

    /**
     * {@link #write} for a large batch that runs beside others: on PostgreSQL its statements see what others commit meanwhile
     * (read committed), so what it depends on stands in the statements themselves ({@code WHERE}, {@code ON CONFLICT}).
     */
    <T> T writeBatch(Function<Handle, T> work);

    /**
     * Whether writes are under way now that share this process's processors, as they do on SQLite; see {@link GivingWay}. A
     * PostgreSQL server has its own.
     */
    boolean writing();

    Dialect dialect();

    /** Connections for the job scheduler, whose small transactions take turns with {@link #write}. */
    DataSource schedulerConnections();

    /** Lets running work end, then lets go of the database. */
    @Override
    void close();
}
