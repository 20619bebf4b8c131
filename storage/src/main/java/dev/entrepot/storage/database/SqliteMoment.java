package dev.entrepot.storage.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;

/** The embedded database as it is at one moment, read beside the process that serves it, which goes on writing. */
public final class SqliteMoment implements AutoCloseable {
    private static final int OK = 0;

    private final Path file;
    private final Connection connection;

    private SqliteMoment(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** @throws DatabaseUnavailable when {@code directory} has no database, or one that cannot be read */
    public static SqliteMoment of(Path directory) {
        Path file = directory.resolve(Databases.FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new DatabaseUnavailable(
                    "There is no data directory of a server at " + directory + ": it has no " + Databases.FILE_NAME);
        }
        try {
            return new SqliteMoment(file, new SqliteFile(file).reader());
        } catch (SQLException e) {
            throw new DatabaseUnavailable("Could not open the database in " + directory, e);
        }
    }

    /** How many bytes a copy will have, about. */
    public long bytes() throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
    }

    /** Makes it now: what has been acknowledged is in it, and nothing that comes after. */
    public void hold() {
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement
                    .executeQuery("SELECT count(*) FROM sqlite_schema")
                    .close(); // a transaction's moment is its first read
        } catch (SQLException e) {
            throw new DatabaseUnavailable("Could not read the database " + file, e);
        }
    }

    /** Writes the moment to a file of its own, page by page; not yet forced to the disk. */
    public void copyTo(Path target) {
        try {
            int code = connection.unwrap(SQLiteConnection.class).getDatabase().backup("main", target.toString(), null);
            if (code != OK) {
                throw new SQLException("SQLite answered " + code);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("Could not copy the database " + file + " to " + target, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + file + " did not close cleanly", e);
        }
    }
}
