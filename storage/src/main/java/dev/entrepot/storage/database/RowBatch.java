package dev.entrepot.storage.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Runs one statement for each of many rows, where Jdbi's own batches, which look up by name and type, would take most of the time. */
public final class RowBatch {
    /** The driver holds a batch's values until it is sent. */
    private static final int ROWS_AT_A_TIME = 1_000;

    private RowBatch() {}

    /** Binds a row's values by position. */
    public interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /** Returns how many rows each of the statements changed. */
    public static <T> int[] execute(Handle handle, String sql, List<T> rows, Binder<T> binder) {
        int[] changed = new int[rows.size()];
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (int from = 0; from < rows.size(); from += ROWS_AT_A_TIME) {
                List<T> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_A_TIME));
                for (T row : some) {
                    binder.bind(statement, row);
                    statement.addBatch();
                }
                System.arraycopy(statement.executeBatch(), 0, changed, from, some.size());
            }
        } catch (SQLException e) {
            throw new WriteFailed("Rows were not written", e);
        }
        return changed;
    }
}
