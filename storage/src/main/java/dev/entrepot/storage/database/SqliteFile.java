package dev.entrepot.storage.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * Opens connections to one SQLite file. Caches are small: the file system's cache holds the data, and an idle server must
 * stay small.
 */
record SqliteFile(Path path) {
    /** How long to wait for another process; within this one, turns are taken and nothing is ever busy. */
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

    private static final int PAGE_BYTES = 8192;
    private static final int WRITER_CACHE_KIB = 32 * 1024;
    private static final int READER_CACHE_KIB = 2 * 1024;
    private static final int CHECKPOINT_PAGES = 4096;
    private static final int LOG_LIMIT_BYTES = 64 * 1024 * 1024;

    /** For the one writer. A commit has reached the disk when it returns. */
    Connection writer() throws SQLException {
        return open(
                TransactionMode.IMMEDIATE,
                "PRAGMA page_size = " + PAGE_BYTES,
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = FULL",
                "PRAGMA foreign_keys = ON",
                "PRAGMA cache_size = -" + WRITER_CACHE_KIB,
                "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES,
                "PRAGMA journal_size_limit = " + LOG_LIMIT_BYTES);
    }

    Connection reader() throws SQLException {
        return open(TransactionMode.DEFERRED, "PRAGMA query_only = ON", "PRAGMA cache_size = -" + READER_CACHE_KIB);
    }

    /**
     * For the job scheduler. Its commits need not reach the disk at once: what it schedules is written by the writer, and a
     * claim or a completion lost with the power only makes it run a task again, which the job's own state then tells apart.
     */
    Connection scheduler() throws SQLException {
        return open(
                TransactionMode.IMMEDIATE,
                "PRAGMA synchronous = NORMAL",
                "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
    }

    /** Plain connections, for the tables' migration before anything else runs. */
    DataSource plain() {
        return source(TransactionMode.DEFERRED);
    }

    private Connection open(TransactionMode begin, String... pragmas) throws SQLException {
        Connection connection = source(begin).getConnection();
        try (Statement statement = connection.createStatement()) {
            for (String pragma : pragmas) {
                statement.execute(pragma);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private DataSource source(TransactionMode begin) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
        config.setTransactionMode(begin);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }
}
