package dev.entrepot.storage.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes that share one transaction, one after the other. Each but the first stands in a savepoint, so that its exception
 * undoes it alone; the first needs none, for undoing it undoes all there is.
 */
final class WriteGroup {
    private final Connection connection;
    private final Statement control;
    private final Jdbi jdbi;
    private final List<QueuedWrite<?>> applied = new ArrayList<>();
    private @Nullable Exception broken;

    WriteGroup(Connection connection) throws SQLException {
        this.connection = connection;
        this.control = connection.createStatement();
        StatementCache statements = new StatementCache();
        this.jdbi = Columns.register(Jdbi.create(new OneConnection(connection)));
        this.jdbi.setStatementBuilderFactory(ignored -> statements);
    }

    void begin() {
        broken = null;
        try {
            connection.setAutoCommit(false); // sqlite-jdbc sends BEGIN IMMEDIATE here, and COMMIT when it is set back
        } catch (SQLException | RuntimeException e) {
            broken = e;
        }
    }

    void run(QueuedWrite<?> write) {
        if (broken != null) {
            write.failed(new WriteFailed("The database did not take a write: " + broken.getMessage(), broken));
            return;
        }
        boolean first = applied.isEmpty();
        try {
            if (!first) {
                control.execute("SAVEPOINT work");
            }
            try (Handle handle = jdbi.open()) {
                write.apply(handle);
            }
            if (!first) {
                control.execute("RELEASE work");
            }
            applied.add(write);
        } catch (Throwable e) { // also an Error is the caller's; this thread serves the others
            undo(first);
            write.failed(e);
        }
    }

    private void undo(boolean first) {
        try {
            if (first) {
                connection.rollback();
            } else {
                control.execute("ROLLBACK TO work");
                control.execute("RELEASE work");
            }
        } catch (SQLException | RuntimeException e) { // a full disk, say, makes SQLite give up the whole transaction
            broken = e;
        }
    }

    void commit() {
        try {
            if (broken == null) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException e) {
            broken = e;
        }
        if (broken == null) {
            applied.forEach(QueuedWrite::committed);
            applied.clear();
        } else {
            giveUp(broken);
        }
    }

    /** Tells everyone whose write stands in the open transaction that it was not kept. */
    void giveUp(Throwable cause) {
        abandon();
        WriteFailed failure = new WriteFailed("The database did not commit: " + cause.getMessage(), cause);
        applied.forEach(write -> write.failed(failure));
        applied.clear();
    }

    /** Leaves the connection outside any transaction, whatever became of it. */
    private void abandon() {
        try {
            control.execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite had rolled back already.
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // Nothing is left to commit; the driver's own flag is set all the same.
        }
    }

    /** The writer's connection outlives every handle on it. */
    private record OneConnection(Connection connection) implements ConnectionFactory {
        @Override
        public Connection openConnection() {
            return connection;
        }

        @Override
        public void closeConnection(Connection open) {}
    }
}
