package dev.entrepot.storage.database;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The embedded database: many readers, one writer, one file in write-ahead mode. */
final class SqliteDatabase implements Database {
    private final SqliteReaders readers;
    private final Jdbi reading;
    private final SqliteWriter writer;
    private final TurnTakingConnections scheduler;

    SqliteDatabase(SqliteFile file) throws SQLException {
        Semaphore turn = new Semaphore(1, true);
        this.writer = new SqliteWriter(file.writer(), turn);
        this.scheduler = new TurnTakingConnections(file.scheduler(), turn);
        this.readers = new SqliteReaders(file);
        this.reading = Columns.register(Jdbi.create(readers));
        this.reading.setStatementBuilderFactory(readers);
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        try (Handle handle = reading.open()) {
            return work.apply(handle);
        }
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return writer.write(work);
    }

    @Override
    public <T> T writeBatch(Function<Handle, T> work) {
        return writer.write(work);
    }

    @Override
    public boolean writing() {
        return writer.writing();
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public DataSource schedulerConnections() {
        return scheduler;
    }

    @Override
    public void close() {
        try {
            readers.close();
            scheduler.close();
            writer.close(); // last: closing the last connection folds the log into the file
        } catch (SQLException e) {
            throw new IllegalStateException("The SQLite database did not close cleanly: " + e.getMessage(), e);
        }
    }
}
