package dev.entrepot.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that share a commit also share its failure, and nobody is told that a lost row was kept. */
class WriteGroupTest {
    @TempDir
    private Path directory;

    private Connection connection;
    private WriteGroup group;

    @BeforeEach
    void open() throws SQLException {
        connection = new SqliteFile(directory.resolve("group.sqlite")).writer();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE entry (id INT)");
        }
        group = new WriteGroup(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static QueuedWrite<Integer> insert(int id) {
        return write(handle -> handle.execute("INSERT INTO entry VALUES (?)", id));
    }

    private static QueuedWrite<Integer> insertAndFail(int id) {
        return write(handle -> {
            handle.execute("INSERT INTO entry VALUES (?)", id);
            throw new ArithmeticException();
        });
    }

    private static QueuedWrite<Integer> write(Function<Handle, Integer> work) {
        return new QueuedWrite<>(work);
    }

    private void commit(List<QueuedWrite<Integer>> writes) {
        group.begin();
        writes.forEach(group::run);
        group.commit();
    }

    private List<Integer> entries() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM entry ORDER BY id")) {
            List<Integer> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }

    @Test
    void aGroupKeepsWhatSucceededAndUndoesWhatFailed() throws SQLException {
        var writes = List.of(insert(1), insertAndFail(2), insert(3));
        commit(writes);
        assertThat(writes.get(0).await()).isEqualTo(1);
        assertThatThrownBy(writes.get(1)::await).isInstanceOf(ArithmeticException.class);
        assertThat(writes.get(2).await()).isEqualTo(1);
        assertThat(entries()).containsExactly(1, 3);
    }

    // The first stands in no savepoint of its own, nor does the next when the first has failed.
    @Test
    void aGroupWhoseFirstWritesFailKeepsTheOthers() throws SQLException {
        var writes = List.of(insertAndFail(1), insertAndFail(2), insert(3), insert(4));
        commit(writes);
        assertThatThrownBy(writes.get(0)::await).isInstanceOf(ArithmeticException.class);
        assertThat(writes.get(3).await()).isEqualTo(1);
        assertThat(entries()).containsExactly(3, 4);
    }

    // A full disk makes SQLite give up the whole transaction in the midst of it.
    @Test
    void whenSqliteGivesUpTheTransactionNobodyIsToldTheirWriteWasKept() throws SQLException {
        QueuedWrite<Integer> givenUp = write(handle -> {
            handle.execute("ROLLBACK");
            throw new UnsupportedOperationException("disk full");
        });
        var writes = List.of(insert(1), givenUp, insert(3));
        commit(writes);
        assertThatThrownBy(writes.get(0)::await).isInstanceOf(WriteFailed.class);
        assertThatThrownBy(givenUp::await).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(writes.get(2)::await).isInstanceOf(WriteFailed.class);
        assertThat(entries()).isEmpty();

        QueuedWrite<Integer> next = insert(4);
        commit(List.of(next));
        assertThat(next.await()).isEqualTo(1);
        assertThat(entries()).containsExactly(4);
    }

    // The same at the very end: what COMMIT refuses has not been kept.
    @Test
    void whenTheCommitFailsNobodyIsToldTheirWriteWasKept() throws SQLException {
        QueuedWrite<Integer> lost = insert(1);
        group.begin();
        group.run(lost);
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        }
        group.commit();
        assertThatThrownBy(lost::await).isInstanceOf(WriteFailed.class);
        assertThat(entries()).isEmpty();
    }
}
