package dev.entrepot.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store relies on, whichever database is behind it. */
class DatabaseTest {
    private static void createTable(Database database) {
        database.write(handle ->
                handle.execute("CREATE TABLE entry (id TEXT PRIMARY KEY, number BIGINT NOT NULL, bytes BYTEA)"));
    }

    private static int insert(Handle handle, String id, long number) {
        return handle.createUpdate("INSERT INTO entry (id, number) VALUES (:id, :number)")
                .bind("id", id)
                .bind("number", number)
                .execute();
    }

    private static int count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM entry").mapTo(int.class).one();
    }

    // A request is acknowledged once its write returns, so that must be there for whoever opens the database next.
    @OnEveryDatabase
    void aWriteIsThereAfterReopening(TestDatabase test) {
        try (Database database = test.open()) {
            createTable(database);
            database.write(handle -> insert(handle, "a", 1));
        }
        assertThat(test.open().<Integer>read(DatabaseTest::count)).isEqualTo(1);
    }

    // Writes share a commit; one caller's mistake must cost nobody else a row.
    @OnEveryDatabase
    void anExceptionUndoesItsOwnWriteAlone(TestDatabase test) throws Exception {
        Database database = test.open();
        createTable(database);
        List<Future<?>> outcomes = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                int number = i;
                outcomes.add(callers.submit(() -> database.write(handle -> {
                    insert(handle, "id" + number, number);
                    if (number % 3 == 0) {
                        throw new UnsupportedOperationException("third " + number);
                    }
                    return number;
                })));
            }
        }
        for (int i = 0; i < 200; i++) {
            Future<?> outcome = outcomes.get(i);
            if (i % 3 == 0) {
                assertThat(outcome.exceptionNow())
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessage("third " + i);
            } else {
                assertThat(outcome.resultNow()).isEqualTo(i);
            }
        }
        List<Long> kept = database.read(handle -> handle.createQuery("SELECT number FROM entry ORDER BY number")
                .mapTo(Long.class)
                .list());
        assertThat(kept).hasSize(133).allMatch(number -> number % 3 != 0);
    }

    // SQL errors leave a PostgreSQL transaction unusable and a SQLite one open; neither may reach the next caller.
    @OnEveryDatabase
    void aFailedStatementLeavesTheNextWriteUnharmed(TestDatabase test) {
        Database database = test.open();
        createTable(database);
        database.write(handle -> insert(handle, "a", 1));
        assertThatThrownBy(() -> database.write(handle -> insert(handle, "a", 2)))
                .isInstanceOf(RuntimeException.class);
        assertThat(database.<Integer>write(handle -> insert(handle, "b", 3))).isEqualTo(1);
        assertThat(database.<Integer>read(DatabaseTest::count)).isEqualTo(2);
    }

    // Stores read a row, decide, and write it; two of them at once must not lose one decision.
    @OnEveryDatabase
    void writesThatReadFirstDoNotLoseEachOther(TestDatabase test) throws Exception {
        Database database = test.open();
        createTable(database);
        database.write(handle -> insert(handle, "a", 0));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                callers.submit(() -> database.write(handle -> {
                    long number = handle.createQuery("SELECT number FROM entry WHERE id = 'a'")
                            .mapTo(long.class)
                            .one();
                    return handle.execute("UPDATE entry SET number = ? WHERE id = 'a'", number + 1);
                }));
            }
        }
        assertThat(database.<Long>read(handle -> handle.createQuery("SELECT number FROM entry")
                        .mapTo(Long.class)
                        .one()))
                .isEqualTo(40);
    }

    // An export reads for minutes while clients write; it must see one moment and keep nobody waiting.
    @OnEveryDatabase
    void aReadSeesOneMomentWhileOthersWrite(TestDatabase test) {
        Database database = test.open();
        createTable(database);
        database.write(handle -> insert(handle, "a", 1));
        database.read(handle -> {
            assertThat(count(handle)).isEqualTo(1);
            database.write(other -> insert(other, "b", 2));
            assertThat(count(handle)).isEqualTo(1);
            return null;
        });
        assertThat(database.<Integer>read(DatabaseTest::count)).isEqualTo(2);
    }

    // Ten exports at once hold ten cursors; a GetAttributes beside them must still be answered.
    @OnEveryDatabase
    void longCursorsLeaveConnectionsForShortReads(TestDatabase test) {
        Database database = test.open();
        createTable(database);
        CountDownLatch readingOrFailed = new CountDownLatch(10);
        CountDownLatch enough = new CountDownLatch(1);
        List<Future<Boolean>> exports = new ArrayList<>();
        Queue<Exception> failures = new ConcurrentLinkedQueue<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                exports.add(callers.submit(() -> {
                    try {
                        return database.read(handle -> {
                            count(handle);
                            readingOrFailed.countDown();
                            return awaited(enough);
                        });
                    } catch (RuntimeException e) {
                        failures.add(e);
                        readingOrFailed.countDown();
                        throw e;
                    }
                }));
            }
            try {
                assertThat(awaited(readingOrFailed))
                        .as("%s reads have neither begun nor failed", readingOrFailed.getCount())
                        .isTrue();
                assertThat(failures).isEmpty();
                assertThat(database.<Integer>read(DatabaseTest::count)).isZero();
            } finally {
                enough.countDown();
            }
        }
        assertThat(exports).allMatch(Future::resultNow);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // The two databases have no column type for these in common, so the mapping is ours to get right.
    @OnEveryDatabase
    void instantsIdsAndBytesComeBackAsTheyWere(TestDatabase test) {
        Database database = test.open();
        createTable(database);
        UUID id = UUID.fromString("8c1d1a5e-77f1-4a3e-9a65-0f5a2b1c3d4e");
        Instant moment = Instant.parse("1969-12-31T23:59:59.123456Z");
        byte[] bytes = {0, -1, 7};
        database.write(handle -> handle.createUpdate("INSERT INTO entry VALUES (:id, :number, :bytes)")
                .bind("id", id)
                .bind("number", moment)
                .bind("bytes", bytes)
                .execute());
        database.read(handle -> {
            assertThat(handle.createQuery("SELECT id FROM entry")
                            .mapTo(UUID.class)
                            .one())
                    .isEqualTo(id);
            assertThat(handle.createQuery("SELECT number FROM entry")
                            .mapTo(Instant.class)
                            .one())
                    .isEqualTo(moment);
            assertThat(handle.createQuery("SELECT bytes FROM entry")
                            .mapTo(byte[].class)
                            .one())
                    .isEqualTo(bytes);
            return null;
        });
    }

    // A read that writes would bypass the one writer and its durability.
    @OnEveryDatabase
    void aReadCannotWrite(TestDatabase test) {
        Database database = test.open();
        createTable(database);
        assertThatThrownBy(() -> database.read(handle -> insert(handle, "a", 1)))
                .isInstanceOf(RuntimeException.class);
        assertThat(database.<Integer>read(DatabaseTest::count)).isZero();
    }

    // The same text is prepared once; a query inside the reading of the same query must have its own rows.
    @OnEveryDatabase
    void aQueryMayRunInsideItself(TestDatabase test) {
        Database database = test.open();
        createTable(database);
        database.write(handle -> insert(handle, "a", 1) + insert(handle, "b", 2));
        for (int round = 0; round < 3; round++) {
            List<String> pairs = database.read(handle -> {
                List<String> all = new ArrayList<>();
                String ids = "SELECT id FROM entry ORDER BY id";
                handle.createQuery(ids)
                        .mapTo(String.class)
                        .forEach(outer ->
                                handle.createQuery(ids).mapTo(String.class).forEach(inner -> all.add(outer + inner)));
                return all;
            });
            assertThat(pairs).containsExactly("aa", "ab", "ba", "bb");
        }
    }

    // The job scheduler writes by itself; on SQLite it must find the file free, and leave it so.
    @OnEveryDatabase
    void theSchedulersConnectionsTakeTurnsWithWrites(TestDatabase test) {
        Database database = test.open();
        createTable(database);
        List<Future<?>> outcomes = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                outcomes.add(callers.submit(() -> database.write(handle -> insert(handle, "w" + number, number))));
                outcomes.add(callers.submit(() -> {
                    try (Connection connection = database.schedulerConnections().getConnection();
                            Statement statement = connection.createStatement()) {
                        return statement.executeUpdate("INSERT INTO entry VALUES ('s" + number + "', 1, NULL)");
                    }
                }));
            }
        }
        assertThat(outcomes).allMatch(outcome -> outcome.resultNow().equals(1));
        assertThat(database.<Integer>read(DatabaseTest::count)).isEqualTo(200);
    }

    // Whoever borrows a connection may fail in the middle of a transaction.
    @OnEveryDatabase
    void aSchedulersConnectionGivenBackInATransactionHasUndoneIt(TestDatabase test) throws Exception {
        Database database = test.open();
        createTable(database);
        try (Connection connection = database.schedulerConnections().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO entry VALUES ('s', 1, NULL)");
        }
        assertThat(database.<Integer>write(handle -> insert(handle, "w", 1))).isEqualTo(1);
        assertThat(database.<Integer>read(DatabaseTest::count)).isEqualTo(1);
    }

    // On SQLite it would wait for itself for ever; on PostgreSQL it would be a transaction of its own.
    @Test
    void aWriteInsideAWriteOfSqliteIsRefused(@TempDir Path directory) {
        try (Database database = Databases.sqlite(directory, List.of())) {
            createTable(database);
            assertThatThrownBy(() -> database.write(handle -> database.write(other -> insert(other, "a", 1))))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(database.<Integer>read(DatabaseTest::count)).isZero();
        }
    }
}
