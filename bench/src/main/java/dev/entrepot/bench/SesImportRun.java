package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.program.ImportClient;
import dev.entrepot.bench.program.ProcessCosts;
import dev.entrepot.bench.sample.SampleContacts;
import dev.entrepot.bench.sample.SampleDirectory;
import dev.entrepot.server.Entrepot;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Enumeration;
import java.util.Map;
import java.util.stream.IntStream;

/** Bare upserts and an import in turn, each into a database of its own, in one JVM: the whole server with one client beside it. */
final class SesImportRun {
    private static final int WARM_UP = 1;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Requester REQUESTER = Requester.of(SampleDirectory.OWNER);
    private static final ObjectLocation SOURCE = new ObjectLocation(SampleDirectory.BUCKET, "contacts.csv");

    private final Path directory;
    private final int contacts;

    private SesImportRun(Path directory, int contacts) {
        this.directory = directory;
        this.contacts = contacts;
    }

    public static void main(String[] arguments) throws Exception {
        new SesImportRun(Path.of(arguments[0]), Integer.parseInt(arguments[1])).run();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void run() throws Exception {
        var bare = new double[ROUNDS];
        var sorted = new double[ROUNDS];
        var fresh = new double[ROUNDS];
        var again = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Path here = directory.resolve("round" + round);
            here.toFile().mkdir();
            double unordered = seconds(new BareUpserts(here.resolve("bare.sqlite"), contacts, false)::run);
            double ordered = seconds(new BareUpserts(here.resolve("sorted.sqlite"), contacts, true)::run);
            double[] imported = imports(here.resolve("data"));
            if (round >= 0) {
                bare[round] = unordered;
                sorted[round] = ordered;
                fresh[round] = imported[0];
                again[round] = imported[1];
            }
        }
        print("bare upserts, in the order of the file:", bare);
        print("bare upserts, each commit's in order:", sorted);
        print("import into an empty list:", fresh);
        print("the same import again:", again);
        System.out.printf(
                "    rate of the import beside bare upserts %.2f, beside those in order %.2f; target at least 0.6;"
                        + " peak resident memory %.0f MB%n",
                new Sample(bare).median() / new Sample(fresh).median(),
                new Sample(sorted).median() / new Sample(fresh).median(),
                new ProcessCosts(ProcessHandle.current()).peakResidentBytes() / 1e6);
    }

    private void print(String what, double... seconds) {
        var sample = new Sample(seconds);
        System.out.printf("    %-40s %s s, %,.0f records/s%n", what, sample.text(2), contacts / sample.median());
    }

    /** Seconds for the first and the second time. */
    private double[] imports(Path data) throws Exception {
        try (var objects = SampleDirectory.objects(data);
                var file = file()) {
            objects.createBucket(REQUESTER, SOURCE.bucket());
            objects.put(REQUESTER, SOURCE, PutOptions.DEFAULT, file);
        }
        var settings =
                new Settings(Map.of(Setting.PORT, "0", Setting.DATA, data.toString(), Setting.AUTH, "open"), Map.of());
        try (var server = Entrepot.start(ServerConfiguration.of(settings, data), InstantSource.system());
                var client = new ImportClient(server.uri())) {
            client.createList();
            return new double[] {seconds(() -> load(client)), seconds(() -> load(client))};
        }
    }

    private void load(ImportClient client) {
        String job = client.load(SOURCE.toString());
        if (!job.contains("\"COMPLETED\"") || !job.contains("\"ProcessedRecordsCount\":" + contacts)) {
            throw new IllegalStateException("The import ended otherwise: " + job);
        }
    }

    private InputStream file() {
        var header = new ByteArrayInputStream(SampleContacts.HEADER.getBytes(StandardCharsets.UTF_8));
        var rows = IntStream.range(0, contacts)
                .mapToObj(number -> (InputStream) new ByteArrayInputStream(SampleContacts.csv(number)))
                .iterator();
        var contacts = new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return rows.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return rows.next();
            }
        });
        return new SequenceInputStream(header, contacts);
    }
}
