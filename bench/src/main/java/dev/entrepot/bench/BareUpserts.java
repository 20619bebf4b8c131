package dev.entrepot.bench;

import dev.entrepot.bench.sample.SampleContacts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;

/** What a program writes that knows nothing but JDBC: many rows a statement, many statements a commit, durable as the server's. */
final class BareUpserts {
    private static final int ROWS_PER_STATEMENT = 500;
    private static final int ROWS_PER_COMMIT = 50_000;
    private static final String ROW = "(1, ?, ?, ?, ?, ?, ?)";

    private final Path file;
    private final int contacts;
    private final boolean sorted;

    /** @param sorted whether the rows of each commit are put in order first */
    BareUpserts(Path file, int contacts, boolean sorted) {
        this.file = file;
        this.contacts = contacts;
        this.sorted = sorted;
    }

    void run() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            prepare(connection);
            connection.setAutoCommit(false);
            try (var upsert = connection.prepareStatement(
                    "INSERT INTO contact VALUES " + ROW + (", " + ROW).repeat(ROWS_PER_STATEMENT - 1) + """
                     ON CONFLICT (list_id, address) DO UPDATE SET unsubscribe_all = excluded.unsubscribe_all,
                        preferences = excluded.preferences, attributes = excluded.attributes,
                        updated_at = excluded.updated_at""")) {
                for (int from = 0; from < contacts; from += ROWS_PER_COMMIT) {
                    write(upsert, numbers(from));
                    connection.commit();
                }
            }
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = 8192");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA cache_size = -32768");
            statement.execute("PRAGMA wal_autocheckpoint = 4096");
            statement.execute("""
                    CREATE TABLE contact (
                        list_id BIGINT NOT NULL, address TEXT NOT NULL, unsubscribe_all BOOLEAN NOT NULL,
                        preferences TEXT NOT NULL, attributes TEXT, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL,
                        PRIMARY KEY (list_id, address)
                    ) WITHOUT ROWID""");
        }
    }

    private Integer[] numbers(int from) {
        var numbers = new Integer[ROWS_PER_COMMIT];
        Arrays.setAll(numbers, i -> from + i);
        if (sorted) {
            Arrays.sort(numbers, Comparator.comparing(SampleContacts::address));
        }
        return numbers;
    }

    private static void write(PreparedStatement upsert, Integer[] numbers) throws SQLException {
        int parameter = 0;
        for (int number : numbers) {
            upsert.setString(++parameter, SampleContacts.address(number));
            upsert.setBoolean(++parameter, SampleContacts.unsubscribed(number));
            upsert.setString(++parameter, SampleContacts.likesSports(number) ? "+Sports" : "-Sports");
            upsert.setString(++parameter, SampleContacts.attributes(number));
            upsert.setLong(++parameter, number);
            upsert.setLong(++parameter, number);
            if (parameter == ROWS_PER_STATEMENT * 6) {
                upsert.executeUpdate();
                parameter = 0;
            }
        }
    }
}
