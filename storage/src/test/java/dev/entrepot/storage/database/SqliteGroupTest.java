package dev.entrepot.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that share a commit also share its failure, and nobody is told that a lost row was kept. */
class SqliteGroupTest {
    @TempDir
    private Path directory;

    private Database database;

    @BeforeEach
    void open() {
        database = Databases.sqlite(directory, List.of());
        database.write(handle -> handle.execute("CREATE TABLE entry (id INT)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Function<Handle, Integer> insert(int id) {
        return handle -> handle.execute("INSERT INTO entry VALUES (?)", id);
    }

    private static Function<Handle, Integer> insertAndFail(int id) {
        return handle -> {
            insert(id).apply(handle);
            throw new ArithmeticException();
        };
    }

    private List<Integer> entries() {
        return database.read(handle -> handle.createQuery("SELECT id FROM entry ORDER BY id")
                .mapTo(Integer.class)
                .list());
    }

    /** Has the writer take all of these as one group: the first waits until the others are queued. */
    private List<FutureTask<Integer>> writeTogether(List<Function<Handle, Integer>> works) throws Exception {
        CountDownLatch queued = new CountDownLatch(1);
        List<FutureTask<Integer>> outcomes = new ArrayList<>();
        outcomes.add(new FutureTask<>(() -> database.write(handle -> {
            awaitQuietly(queued);
            return works.getFirst().apply(handle);
        })));
        works.stream().skip(1).forEach(work -> outcomes.add(new FutureTask<>(() -> database.write(work))));
        for (FutureTask<Integer> outcome : outcomes) {
            Thread caller = Thread.ofPlatform().start(outcome);
            while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        queued.countDown();
        for (FutureTask<Integer> outcome : outcomes) {
            while (!outcome.isDone()) {
                Thread.onSpinWait();
            }
        }
        return outcomes;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aGroupKeepsWhatSucceededAndUndoesWhatFailed() throws Exception {
        var outcomes = writeTogether(List.of(insert(1), insertAndFail(2), insert(3)));
        assertThat(outcomes.get(0).resultNow()).isEqualTo(1);
        assertThat(outcomes.get(1).exceptionNow()).isInstanceOf(ArithmeticException.class);
        assertThat(outcomes.get(2).resultNow()).isEqualTo(1);
        assertThat(entries()).containsExactly(1, 3);
    }

    // The first stands in no savepoint of its own.
    @Test
    void aGroupWhoseFirstWriteFailsKeepsTheOthers() throws Exception {
        var outcomes = writeTogether(List.of(insertAndFail(1), insert(2), insert(3)));
        assertThat(outcomes.get(0).exceptionNow()).isInstanceOf(ArithmeticException.class);
        assertThat(entries()).containsExactly(2, 3);
    }

    // A full disk makes SQLite give up the whole transaction in the midst of it.
    @Test
    void whenSqliteGivesUpTheTransactionNobodyIsToldTheirWriteWasKept() throws Exception {
        var outcomes = writeTogether(List.of(
                insert(1),
                handle -> {
                    handle.execute("ROLLBACK");
                    throw new UnsupportedOperationException("disk full");
                },
                insert(3)));
        assertThat(outcomes.get(0).exceptionNow()).isInstanceOf(WriteFailed.class);
        assertThat(outcomes.get(1).exceptionNow()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(outcomes.get(2).exceptionNow()).isInstanceOf(WriteFailed.class);
        assertThat(entries()).isEmpty();
        assertThat(database.write(insert(4))).isEqualTo(1);
        assertThat(entries()).containsExactly(4);
    }

    // It would wait for itself for ever.
    @Test
    void aWriteInsideAWriteIsRefused() {
        assertThatThrownBy(() -> database.write(handle -> database.write(insert(1))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(entries()).isEmpty();
    }
}
