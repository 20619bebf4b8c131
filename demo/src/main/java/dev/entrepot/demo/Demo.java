package dev.entrepot.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** The demonstration from beginning to end. */
final class Demo {
    private static final String BUCKET = "demo-exports";
    private static final int SHOWN = 5;

    private final Path home;
    private final Options options;
    private final Screen screen;
    private final InstantSource clock;
    private final Instant begun;
    private volatile boolean isStopped;

    /**
     * What may be asked for.
     *
     * @param keep whether the data outlive the demonstration
     * @param items the data to load instead of the usual ones
     */
    record Options(boolean keep, Optional<Path> items) {}

    /** @param home the project's directory, in which the launcher lies */
    Demo(Path home, Options options, Screen screen, InstantSource clock) {
        this.home = home;
        this.options = options;
        this.screen = screen;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** @throws DemoFailed and what the SDKs throw, when it cannot go on */
    void run() {
        screen.heading("Real data through a real export, by unmodified AWS SDKs");
        Dataset dataset = Dataset.choose(options.items(), home);
        screen.step("Data", "%s, %s".formatted(items(dataset.items().size()), pairs(dataset.pairs())));
        screen.step("", dataset.origin());
        Instant started = clock.instant();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var server = ThrowAwayServer.start(home.resolve("entrepot"), temporary, options.keep())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
            screen.doing("Server", "starting…");
            server.awaitReady();
            screen.done();
            ClientProfile profile = ClientProfile.read(server.data());
            screen.step("Server", "%s, ready in %s".formatted(profile.endpoint(), since(started)));
            showExport(dataset, profile, server.data());
        }
    }

    /** A signal may come at any moment; at the ordinary end there is nothing left to stop. */
    private void stop(ThrowAwayServer server) {
        isStopped = true;
        server.close();
        screen.done();
    }

    /** Whether a signal has ended it, after which nothing that fails is news. */
    boolean isStopped() {
        return isStopped;
    }

    private void showExport(Dataset dataset, ClientProfile profile, Path data) {
        try (var bucket = S3Bucket.create(profile, BUCKET)) {
            screen.step("Bucket", "s3://%s  (S3, AWS SDK for Java v2)".formatted(BUCKET));
            List<Item> loaded = load(dataset, profile);
            Export export = export(dataset.domain(), profile);
            Verification.Findings findings = verify(bucket, export, loaded);
            screen.step("Done", "in %s altogether".formatted(since(begun)));
            new ResultPage(screen, options.keep()).show(bucket, export, findings, data);
        } catch (IOException e) {
            throw new UncheckedIOException("The export could not be shown", e);
        }
    }

    /** Returns what was loaded: the data without those items that SimpleDB refuses. */
    private List<Item> load(Dataset dataset, ClientProfile profile) {
        Instant started = clock.instant();
        Loading.Outcome outcome;
        try (var loading = new Loading(profile);
                var progress = screen.progress("Load", dataset.items().size())) {
            outcome = loading.load(dataset, progress);
        }
        Duration took = Duration.between(started, clock.instant());
        long perSecond = outcome.loaded().size() * 1000L / Math.max(1, took.toMillis());
        screen.step(
                "Load",
                "%s into domain %s in %s, %s a second"
                        .formatted(
                                items(outcome.loaded().size()),
                                dataset.domain(),
                                Screen.seconds(took),
                                Screen.number(perSecond)));
        screen.step("", "(BatchPutAttributes, AWS SDK for Java v1, Signature Version 2)");
        showRefused(outcome.refused());
        return outcome.loaded();
    }

    private void showRefused(List<Item> refused) {
        refused.stream()
                .limit(SHOWN)
                .map(item -> "refused as AWS would: %s, %s are over 256".formatted(item.name(), pairs(item.pairs())))
                .forEach(line -> screen.step("", line));
        if (refused.size() > SHOWN) {
            screen.step("", "refused likewise: %s more".formatted(Screen.number(refused.size() - SHOWN)));
        }
    }

    private Export export(String domain, ClientProfile profile) {
        Instant started = clock.instant();
        var statuses = new StringJoiner(" → ");
        try (var simpleDb = new SimpleDbV2(profile)) {
            Export export = Export.run(simpleDb, domain, BUCKET, status -> {
                statuses.add(status + " " + since(started));
                screen.done();
                screen.doing("Export", statuses.toString());
            });
            screen.done();
            screen.step("Export", statuses.toString());
            screen.step("", "(StartDomainExport, GetExport, signed by the AWS SDK for Java v2)");
            return export;
        }
    }

    private Verification.Findings verify(S3Bucket bucket, Export export, List<Item> loaded) {
        Instant started = clock.instant();
        screen.doing("Check", "reading back…");
        var findings = Verification.verify(bucket, export, loaded);
        screen.done();
        screen.step(
                "Check",
                "✓ MD5 of %s, %s"
                        .formatted(
                                Screen.count(findings.files().size(), "data file", "data files"),
                                Screen.bytes(findings.bytes())));
        screen.step("", "✓ all counts: files, manifests and GetExport say " + items(findings.items()));
        screen.step("", "✓ every item equal to what was loaded, none missing, none more");
        screen.step("", "(read back from S3 in %s)".formatted(since(started)));
        return findings;
    }

    private String since(Instant started) {
        return Screen.seconds(Duration.between(started, clock.instant()));
    }

    private static String items(long number) {
        return Screen.count(number, "item", "items");
    }

    private static String pairs(long number) {
        return Screen.count(number, "attribute pair", "attribute pairs");
    }
}
