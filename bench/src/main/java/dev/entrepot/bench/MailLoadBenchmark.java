package dev.entrepot.bench;

import dev.entrepot.bench.mail.Indexer;
import dev.entrepot.bench.mail.SampleMail;
import dev.entrepot.bench.program.Command;
import dev.entrepot.bench.program.ServedProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A bulk load over HTTP beside the programs that index the same mail where it lies. */
final class MailLoadBenchmark implements Benchmark {
    private static final int WARM_UP = 20_000;
    private static final int MESSAGES = Integer.getInteger("bench.messages", 200_000);

    @Override
    public void run(Setting setting) {
        try {
            measure(setting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void measure(Setting setting) throws IOException {
        var sample = SampleMail.find();
        Path warmUp = setting.directory().resolve("warm-up.mbox");
        Path mbox = setting.directory().resolve("sample.mbox");
        sample.writeMbox(warmUp, 0, WARM_UP);
        sample.writeMbox(mbox, WARM_UP, MESSAGES);
        long raw = Files.size(mbox);
        setting.say("  %,d messages, %,.0f MB: %s", MESSAGES, raw / 1e6, sample);
        Path data = setting.directory().resolve("data");
        try (var server = ServedProgram.start(setting.launcher(), data)) {
            String archive = SampleMail.createArchive(data);
            load(setting, server, data, archive, warmUp);
            Command.Cost load = load(setting, server, data, archive, mbox);
            say(setting, "entrepot mail load:", load);
            say(setting, "the same once more:", load(setting, server, data, archive, mbox));
            setting.say(
                    "    peak resident memory: server %.0f MB", server.costs().peakResidentBytes() / 1e6);
        }
        // Once the server has ended, nothing waits in the database's log any more.
        setting.say(
                "    stored %.1f %% of the raw mail, rows and all; target at most 45 %%",
                100.0 * size(data) / (raw + Files.size(warmUp)));
        Path maildir = setting.directory().resolve("maildir");
        sample.writeMaildir(maildir, WARM_UP, MESSAGES);
        for (Indexer indexer : Indexer.ALL) {
            if (indexer.isInstalled()) {
                say(setting, indexer.name() + ":", indexer.index(maildir, setting.directory()));
            } else {
                setting.say("    %s: NOT MEASURED, it is not installed", indexer.name());
            }
        }
    }

    /** What the server did for it is part of the cost. */
    private static Command.Cost load(Setting setting, ServedProgram server, Path data, String archive, Path mbox) {
        var before = server.costs().processorTime();
        Command.Cost cost = Command.run(
                Map.of(),
                setting.launcher().toString(),
                "mail",
                "load",
                "--data",
                data.toString(),
                archive,
                mbox.toString());
        return cost.plus(server.costs().processorTime().minus(before));
    }

    private static void say(Setting setting, String what, Command.Cost cost) {
        setting.say(
                "    %-22s %6.2f s, %,7.0f messages/s; processor time %6.2f s, %,.0f messages/s on two cores",
                what,
                cost.took().toNanos() / 1e9,
                MESSAGES * 1e9 / cost.took().toNanos(),
                cost.processor().toNanos() / 1e9,
                2 * MESSAGES * 1e9 / cost.processor().toNanos());
    }

    private static long size(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
