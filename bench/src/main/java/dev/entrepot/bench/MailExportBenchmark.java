package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.mail.SampleArchive;
import dev.entrepot.bench.mail.SampleMail;
import dev.entrepot.bench.program.ArchiveClient;
import dev.entrepot.bench.program.Command;
import dev.entrepot.bench.program.ServedProgram;
import dev.entrepot.bench.sample.SampleDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * An export of real mail, an object a message, each on the disk, beside {@code cp -r} of the very files. Nothing is deleted before the end:
 * for minutes after many files have been, ext4 takes many times as long to make new ones, whoever makes them.
 */
final class MailExportBenchmark implements Benchmark {
    private static final int MESSAGES = Integer.getInteger("bench.messages", 60_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public void run(Setting setting) {
        Path data = setting.directory().resolve("data");
        var mail = SampleMail.find();
        SampleArchive.fill(data, MESSAGES, mail::message);
        setting.say("  %,d messages of %s", MESSAGES, mail.origin());
        var export = new double[ROUNDS];
        var processor = new double[ROUNDS];
        var copy = new double[ROUNDS];
        var ratio = new double[ROUNDS];
        try (var server = ServedProgram.start(setting.launcher(), data, "--auth", "open");
                var client = new ArchiveClient(server.uri())) {
            client.run("Export", request("warm-up", MESSAGES), PAUSE);
            for (int round = 0; round < ROUNDS; round++) {
                String prefix = "round" + round;
                Duration before = server.costs().processorTime();
                ArchiveClient.Done done = client.run("Export", request(prefix, MESSAGES), PAUSE);
                export[round] = done.took().toNanos() / 1e9;
                processor[round] = server.costs().processorTime().minus(before).toNanos() / 1e9;
                copy[round] = copy(directory(data, prefix), setting.directory().resolve("copy" + round));
                ratio[round] = export[round] / copy[round];
                Command.run(Map.of(), "sync"); // or the next export would wait for what cp left to be written
            }
            setting.say("    export:         %s s", new Sample(export).text(2));
            setting.say("    processor time: %s s", new Sample(processor).text(2));
            setting.say("    cp -r of it:    %s s", new Sample(copy).text(2));
            setting.say("    export / cp -r: %s, target at most 2.5", new Sample(ratio).text(2));
            setting.say("    %,.0f messages/s, target at least 5,000", MESSAGES / new Sample(export).median());
            setting.say(
                    "    peak resident memory of the server: %.0f MB",
                    server.costs().peakResidentBytes() / 1e6);
        }
    }

    private static String request(String prefix, int messages) {
        return "{'ArchiveId':'%s','FromTimestamp':%d,'ToTimestamp':%d,'MaxResults':%d,'ExportDestinationConfiguration':{'S3':{'S3Location':'s3://%s/%s/'}}}"
                .formatted(
                        SampleMail.ARCHIVE,
                        SampleArchive.received(0).getEpochSecond(),
                        SampleArchive.received(MESSAGES).getEpochSecond(),
                        messages,
                        SampleDirectory.BUCKET,
                        prefix);
    }

    /** Where the store keeps the objects of a folder. */
    private static Path directory(Path data, String prefix) {
        try (var directories = Files.find(
                data.resolve("objects"),
                6,
                (path, _) -> path.getFileName().toString().equals(prefix))) {
            return directories.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double copy(Path from, Path to) {
        return Command.run(Map.of(), "cp", "-r", from.toString(), to.toString())
                        .took()
                        .toNanos()
                / 1e9;
    }
}
