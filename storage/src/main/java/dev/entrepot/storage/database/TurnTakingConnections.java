package dev.entrepot.storage.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A source of one SQLite connection that is lent to one borrower at a time, and only while the writer is not writing.
 * Turns are served in the order asked for, so neither side starves and SQLite never finds itself busy.
 */
final class TurnTakingConnections implements DataSource, AutoCloseable {
    private final Connection connection;
    private final Semaphore turn;

    TurnTakingConnections(Connection connection, Semaphore turn) {
        this.connection = connection;
        this.turn = turn;
    }

    @Override
    public Connection getConnection() throws SQLException {
        turn.acquireUninterruptibly();
        return lend();
    }

    private Connection lend() {
        AtomicBoolean returned = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (returned.compareAndSet(false, true)) {
                            takeBack();
                        }
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void takeBack() throws SQLException {
        try {
            if (!connection.getAutoCommit()) { // given back in the middle of a transaction
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } finally {
            turn.release();
        }
    }

    @Override
    public void close() throws SQLException {
        turn.acquireUninterruptibly();
        try {
            connection.close();
        } finally {
            turn.release();
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("SQLite has no users");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Not a wrapper of " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
