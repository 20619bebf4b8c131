package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.program.ExportClient;
import dev.entrepot.bench.program.KeyPair;
import dev.entrepot.bench.program.ProcessCosts;
import dev.entrepot.bench.sample.SampleDirectory;
import dev.entrepot.server.Entrepot;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.Requester;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Cursor and export in turn, in one JVM: the whole server with one client beside it. */
final class ExportRun {
    private static final int WARM_UP = 1;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Requester REQUESTER = Requester.of(SampleDirectory.OWNER);

    private final Path data;
    private final long items;
    private long bytes;

    private ExportRun(Path data, long items) {
        this.data = data;
        this.items = items;
    }

    public static void main(String[] arguments) throws SQLException {
        new ExportRun(Path.of(arguments[0]), Long.parseLong(arguments[1])).run();
    }

    private void run() throws SQLException {
        var cursor = new double[ROUNDS];
        var export = new double[ROUNDS];
        var settings = new Settings(Map.of(Setting.PORT, "0", Setting.DATA, data.toString()), Map.of());
        try (var server = Entrepot.start(ServerConfiguration.of(settings, data), InstantSource.system());
                var client = new ExportClient(server.uri(), KeyPair.of(data), PAUSE)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double cursorSeconds = cursor();
                double exportSeconds = export(client);
                if (round >= 0) {
                    cursor[round] = cursorSeconds;
                    export[round] = exportSeconds;
                }
            }
        }
        print("bare cursor:", new Sample(cursor));
        print("export:", new Sample(export));
        System.out.printf(
                "    ratio of the medians: %.2f; target at most 3; peak resident memory %.0f MB%n",
                new Sample(export).median() / new Sample(cursor).median(),
                new ProcessCosts(ProcessHandle.current()).peakResidentBytes() / 1e6);
    }

    private void print(String what, Sample seconds) {
        System.out.printf(
                "    %-14s %s s, %,.0f items/s, %.0f MB/s%n",
                what, seconds.text(2), items / seconds.median(), bytes / 1e6 / seconds.median());
    }

    /** The least that reading the items can cost through JDBC: the same rows in the same order, their bytes fetched. */
    private double cursor() throws SQLException {
        long start = System.nanoTime();
        long read = 0;
        bytes = 0;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("entrepot.sqlite"));
                var select = connection.prepareStatement(
                        "SELECT document FROM simpledb_item WHERE domain_id = 1 ORDER BY name");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                bytes += rows.getBytes(1).length;
                read++;
            }
        }
        require(read);
        return (System.nanoTime() - start) / 1e9;
    }

    private double export(ExportClient client) {
        var exported = client.export(SampleDirectory.DOMAIN, SampleDirectory.BUCKET);
        require(exported.items());
        removeObjects();
        return exported.took().toNanos() / 1e9;
    }

    /** So that the disk need not hold all rounds. */
    private void removeObjects() {
        try (var objects = SampleDirectory.objects(data)) {
            objects.list(REQUESTER, SampleDirectory.BUCKET, ObjectListing.Query.prefix(""))
                    .objects()
                    .forEach(object ->
                            objects.delete(REQUESTER, new ObjectLocation(SampleDirectory.BUCKET, object.key())));
        }
    }

    private void require(long found) {
        if (found != items) {
            throw new IllegalStateException(found + " items instead of " + items);
        }
    }
}
