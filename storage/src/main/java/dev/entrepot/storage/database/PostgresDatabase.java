package dev.entrepot.storage.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A PostgreSQL server, shared by any number of nodes. Each kind of use has its own pool, so that transactions begin in the
 * right mode without a round trip, and none starves another: long cursors hold readers, never the scheduler's connections.
 */
final class PostgresDatabase implements Database {
    private static final int READERS = 24;
    private static final int WRITERS = 16;
    private static final int BATCH_WRITERS = 8;
    private static final int SCHEDULERS = 4;
    private static final int FETCH_ROWS = 1000;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(1);

    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final HikariDataSource batchWriters;
    private final HikariDataSource schedulers;
    private final Jdbi reading;
    private final Jdbi writing;
    private final Jdbi batchWriting;

    PostgresDatabase(PostgresUrl url) {
        HikariConfig reader = transactions(url, READERS, "TRANSACTION_REPEATABLE_READ");
        reader.setReadOnly(true);
        reader.addDataSourceProperty("defaultRowFetchSize", FETCH_ROWS);
        this.readers = new HikariDataSource(reader);
        this.writers = new HikariDataSource(transactions(url, WRITERS, "TRANSACTION_SERIALIZABLE"));
        this.batchWriters = new HikariDataSource(transactions(url, BATCH_WRITERS, "TRANSACTION_READ_COMMITTED"));
        this.schedulers = new HikariDataSource(pool(url, SCHEDULERS));
        this.reading = Columns.register(Jdbi.create(readers));
        this.writing = Columns.register(Jdbi.create(writers));
        this.batchWriting = Columns.register(Jdbi.create(batchWriters));
    }

    private static HikariConfig transactions(PostgresUrl url, int size, String isolation) {
        HikariConfig config = pool(url, size);
        config.setAutoCommit(false);
        config.setTransactionIsolation(isolation);
        return config;
    }

    private static HikariConfig pool(PostgresUrl url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        return config;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return Retries.run(() -> inTransaction(reading, work));
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return Retries.run(() -> inTransaction(writing, work));
    }

    @Override
    public <T> T writeBatch(Function<Handle, T> work) {
        return Retries.run(() -> inTransaction(batchWriting, work));
    }

    /** A connection that goes back without a commit is rolled back by its pool. */
    private static <T> T inTransaction(Jdbi jdbi, Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            T result = work.apply(handle);
            handle.clean();
            handle.getConnection().commit();
            return result;
        } catch (SQLException e) {
            throw new WriteFailed("The database did not commit: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean writing() {
        return false;
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public DataSource schedulerConnections() {
        return schedulers;
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
        batchWriters.close();
        schedulers.close();
    }
}
