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
import java.util.Arrays;
import java.util.Map;

/** Cursor and export in turn, in one JVM: the whole server with one client beside it. */
final class ExportRun {
    private static final int WARM_UP = 2;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final Requester REQUESTER = Requester.of(SampleDirectory.OWNER);

    private final ProcessCosts self = new ProcessCosts(ProcessHandle.current());
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
        var cursor = new Cost[ROUNDS];
        var export = new Cost[ROUNDS];
        var settings = new Settings(Map.of(Setting.PORT, "0", Setting.DATA, data.toString()), Map.of());
        try (var server = Entrepot.start(ServerConfiguration.of(settings, data), InstantSource.system());
                var client = new ExportClient(server.uri(), KeyPair.of(data), PAUSE)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                Cost cursorCost = cost(this::cursor);
                Cost exportCost = cost(() -> export(client));
                if (round >= 0) {
                    cursor[round] = cursorCost;
                    export[round] = exportCost;
                }
            }
        }
        print("bare cursor:", cursor);
        print("export:", export);
        System.out.printf(
                "    ratio of the medians: %.2f; target at most 3; of processor time %.2f; peak resident memory %.0f MB%n",
                took(export).median() / took(cursor).median(),
                processor(export).median() / processor(cursor).median(),
                self.peakResidentBytes() / 1e6);
    }

    /** @param processor seconds of all threads together; other work on the machine changes them less than {@code took} */
    private record Cost(double took, double processor) {}

    private interface Work {
        void run() throws SQLException;
    }

    private Cost cost(Work work) throws SQLException {
        long start = System.nanoTime();
        Duration before = self.processorTime();
        work.run();
        return new Cost(
                (System.nanoTime() - start) / 1e9,
                self.processorTime().minus(before).toNanos() / 1e9);
    }

    private static Sample took(Cost... costs) {
        return new Sample(Arrays.stream(costs).mapToDouble(Cost::took).toArray());
    }

    private static Sample processor(Cost... costs) {
        return new Sample(Arrays.stream(costs).mapToDouble(Cost::processor).toArray());
    }

    private void print(String what, Cost... costs) {
        double seconds = took(costs).median();
        System.out.printf(
                "    %-14s %s s, %,.0f items/s, %.0f MB/s; processor time %s s%n",
                what,
                took(costs).text(2),
                items / seconds,
                bytes / 1e6 / seconds,
                processor(costs).text(2));
    }

    /** The least that reading the items can cost through JDBC: the same rows in the same order, their bytes fetched. */
    private void cursor() throws SQLException {
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
    }

    private void export(ExportClient client) {
        var exported = client.export(SampleDirectory.DOMAIN, SampleDirectory.BUCKET);
        require(exported.items());
        removeObjects();
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
