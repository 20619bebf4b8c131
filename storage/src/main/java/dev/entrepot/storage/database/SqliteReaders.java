package dev.entrepot.storage.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;

/**
 * The reading connections of one SQLite file, each with its prepared statements. The one used last is used next, so few are
 * open when little is read. Not HikariCP: its proxies hide the connection that the statements belong to.
 */
final class SqliteReaders implements ConnectionFactory, StatementBuilderFactory, AutoCloseable {
    /** Far more than long cursors there can be, since those belong to job workers. */
    private static final int LIMIT = 64;

    private static final int KEPT_IDLE = 8;

    private final SqliteFile file;
    private final Semaphore permits = new Semaphore(LIMIT);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Map<Connection, StatementCache> statements = new ConcurrentHashMap<>();
    private volatile boolean closed;

    SqliteReaders(SqliteFile file) {
        this.file = file;
    }

    @Override
    public Connection openConnection() throws SQLException {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw new IllegalStateException("The database is closed");
            }
            Connection connection = idle.pollFirst();
            return begin(connection != null ? connection : open());
        } catch (SQLException | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    private Connection open() throws SQLException {
        Connection connection = file.reader();
        statements.put(connection, new StatementCache());
        return connection;
    }

    /** sqlite-jdbc sends BEGIN here, and COMMIT when the flag is set back. */
    private Connection begin(Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            discard(connection);
            throw e;
        }
    }

    @Override
    public StatementBuilder createStatementBuilder(Connection connection) {
        return statements.get(connection);
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(true);
            if (idle.size() < KEPT_IDLE) {
                idle.addFirst(connection);
            } else {
                discard(connection);
            }
        } catch (SQLException e) {
            discard(connection);
            throw e;
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        permits.acquireUninterruptibly(LIMIT); // until the last read has ended
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            discard(connection);
        }
        permits.release(LIMIT);
    }

    private void discard(Connection connection) throws SQLException {
        statements.remove(connection);
        connection.close();
    }
}
