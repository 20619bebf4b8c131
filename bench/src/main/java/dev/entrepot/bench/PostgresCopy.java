package dev.entrepot.bench;

import dev.entrepot.bench.program.Command;
import dev.entrepot.bench.sample.SampleContacts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What people do without an import job: psql's {@code \copy} into a table of its own, then one upsert from there. Its server
 * checks nothing and says of no row what was wrong with it.
 */
final class PostgresCopy {
    private static final String TABLES = """
            DROP SCHEMA IF EXISTS entrepot_bench CASCADE;
            CREATE SCHEMA entrepot_bench;
            CREATE TABLE entrepot_bench.contact (
                list_id BIGINT NOT NULL, address TEXT COLLATE "C" NOT NULL, unsubscribe_all BOOLEAN NOT NULL,
                preferences TEXT NOT NULL, attributes TEXT, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL,
                PRIMARY KEY (list_id, address));
            """;
    private static final String LOAD = """
            CREATE TEMPORARY TABLE loaded (
                address TEXT COLLATE "C", unsubscribe_all BOOLEAN, attributes TEXT, sports TEXT, cycling TEXT);
            \\copy loaded FROM 'FILE' WITH (FORMAT csv, HEADER true)
            INSERT INTO entrepot_bench.contact
                SELECT 1, address, unsubscribe_all,
                    concat_ws(' ', replace(replace(sports, 'OPT_IN', '+Sports'), 'OPT_OUT', '-Sports'), cycling),
                    attributes, 1, 1
                FROM loaded ORDER BY address
                ON CONFLICT (list_id, address) DO UPDATE SET unsubscribe_all = excluded.unsubscribe_all,
                    preferences = excluded.preferences, attributes = excluded.attributes,
                    updated_at = excluded.updated_at;
            """;
    private static final String REMOVE = "DROP SCHEMA entrepot_bench CASCADE;";

    private final String url;
    private final Path directory;

    private PostgresCopy(String url, Path directory) {
        this.url = url;
        this.directory = directory;
    }

    /** The server to use is said by {@code ENTREPOT_BENCH_POSTGRES}, an address that psql takes; it gets a schema of its own. */
    static Optional<PostgresCopy> configured(Path directory) {
        return Optional.ofNullable(System.getenv("ENTREPOT_BENCH_POSTGRES"))
                .map(url -> new PostgresCopy(url, directory));
    }

    /** Seconds into an empty table, and once more. */
    double[] run(int contacts) throws IOException {
        Path file = directory.resolve("contacts.csv");
        write(file, contacts);
        psql(TABLES);
        try {
            String load = LOAD.replace("FILE", file.toString());
            return new double[] {psql(load), psql(load)};
        } finally {
            psql(REMOVE);
        }
    }

    private static void write(Path file, int contacts) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(SampleContacts.HEADER.getBytes(StandardCharsets.UTF_8));
            for (int number = 0; number < contacts; number++) {
                out.write(SampleContacts.csv(number));
            }
        }
    }

    private double psql(String script) throws IOException {
        Path file = Files.writeString(directory.resolve("script.sql"), script);
        return Command.run(Map.of(), "psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", file.toString(), url)
                        .took()
                        .toNanos()
                / 1e9;
    }
}
