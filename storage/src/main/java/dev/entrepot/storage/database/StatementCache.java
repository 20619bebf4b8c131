package dev.entrepot.storage.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps one SQLite connection's statements prepared between uses; preparing costs several times what a point read does.
 * A statement in use is not in the cache, so a query may run while another with the same text is being read.
 */
final class StatementCache extends DefaultStatementBuilder {
    private static final int CAPACITY = 200;

    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(CAPACITY * 2, 0.75f, true);

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement prepared = isPlain(context) ? idle.remove(sql) : null;
        return prepared != null ? prepared : super.create(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (!(statement instanceof PreparedStatement prepared) || idle.containsKey(sql) || !clean(prepared)) {
            super.close(connection, sql, statement);
            return;
        }
        idle.put(sql, prepared);
        if (idle.size() > CAPACITY) {
            var eldest = idle.entrySet().iterator();
            PreparedStatement least = eldest.next().getValue();
            eldest.remove();
            least.close();
        }
    }

    private static boolean isPlain(StatementContext context) {
        return !context.isReturningGeneratedKeys() && !context.isConcurrentUpdatable();
    }

    /** Lets go of bound values; a statement with limits of its own is not worth resetting. */
    private static boolean clean(PreparedStatement prepared) throws SQLException {
        prepared.clearBatch();
        prepared.clearParameters();
        return !prepared.isClosed() && prepared.getMaxRows() == 0 && prepared.getQueryTimeout() == 0;
    }
}
