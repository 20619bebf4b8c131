package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.mail.SampleArchive;
import dev.entrepot.bench.mail.SampleHeaders;
import dev.entrepot.bench.mail.SampleMail;
import dev.entrepot.bench.program.ArchiveClient;
import dev.entrepot.bench.program.ServedProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Searches of an archive of a million messages, from the start to the answer that says COMPLETED. Target: less than 200 ms. */
final class MailSearchBenchmark implements Benchmark {
    private static final int MESSAGES = Integer.getInteger("bench.messages", 1_000_000);
    private static final int BLOCK = 16_384;
    private static final int WARM_UP = 20;
    private static final int SEARCHES = 100;
    private static final int SLOW_SEARCHES = 5;
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final Duration INDEXING = Duration.ofSeconds(1);

    @Override
    public void run(Setting setting) {
        Path data = setting.directory().resolve("data");
        var headers = new SampleHeaders(SampleMail.find());
        long start = System.nanoTime();
        SampleArchive archive = SampleArchive.fill(data, MESSAGES, headers::message);
        setting.say("  %,d messages made in %.0f s", MESSAGES, seconds(start));
        try (var server = ServedProgram.start(setting.launcher(), data, "--auth", "open");
                var client = new ArchiveClient(server.uri())) {
            awaitIndex(setting, archive, server);
            var run = new Run(setting, client, SEARCHES);
            run.measure("rare term, one message", i -> subject(SampleHeaders.reference(i * 7919 % MESSAGES)));
            run.measure("common term", _ -> contains("FROM", "@"));
            run.measure("two conditions", i -> subject(SampleHeaders.word(50 + i)) + "," + contains("FROM", ".com"));
            run.measure(
                    "with and without",
                    i -> subject(SampleHeaders.word(50 + i)) + "],'Unless':[" + contains("FROM", ".com"));
            run.measure("nothing found", _ -> subject("no such words anywhere"));
            run.measure(
                    "a month in five years",
                    MESSAGES / 2,
                    MESSAGES / 2 + MESSAGES / 60,
                    i -> subject(SampleHeaders.word(5 + i)));
            new Run(setting, client, SLOW_SEARCHES).measure("too short for the index", _ -> subject("\u00f8"));
            setting.say(
                    "    peak resident memory of the server: %.0f MB",
                    server.costs().peakResidentBytes() / 1e6);
        }
    }

    private static void awaitIndex(Setting setting, SampleArchive archive, ServedProgram server) {
        long start = System.nanoTime();
        while (archive.indexedBlocks() < MESSAGES / BLOCK) {
            LockSupport.parkNanos(INDEXING.toNanos());
        }
        setting.say(
                "  indexed %.0f s later, %.0f s of processor time since the server's start",
                seconds(start), server.costs().processorTime().toNanos() / 1e9);
    }

    private static String subject(String value) {
        return contains("SUBJECT", value);
    }

    private static String contains(String attribute, String value) {
        return "{'StringExpression':{'Evaluate':{'Attribute':'%s'},'Operator':'CONTAINS','Values':['%s']}}"
                .formatted(attribute, value);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** @param searches of each kind */
    private record Run(Setting setting, ArchiveClient client, int searches) {
        void measure(String what, IntFunction<String> include) {
            measure(what, 0, MESSAGES, include);
        }

        /** @param from the first message's number of those that the searches are about */
        void measure(String what, int from, int to, IntFunction<String> include) {
            for (int i = 0; i < Math.min(WARM_UP, searches); i++) {
                client.run("Search", request(from, to, include.apply(i)), PAUSE);
            }
            var took = new double[searches];
            long rows = 0;
            for (int i = 0; i < searches; i++) {
                ArchiveClient.Done done = client.run("Search", request(from, to, include.apply(i)), PAUSE);
                took[i] = done.took().toNanos() / 1e6;
                rows += client.rows(done.id());
            }
            var sample = new Sample(took);
            setting.say(
                    "    %-26s p50 %6.1f ms, p99 %6.1f ms (n=%d), %,.1f rows in the mean",
                    what, sample.median(), sample.percentile(99), searches, (double) rows / searches);
        }

        private static String request(int from, int to, String include) {
            return "{'ArchiveId':'%s','FromTimestamp':%d,'ToTimestamp':%d,'MaxResults':1000,'Filters':{'Include':[%s]}}"
                    .formatted(
                            SampleMail.ARCHIVE,
                            SampleArchive.received(from).getEpochSecond(),
                            SampleArchive.received(to).getEpochSecond(),
                            include);
        }
    }
}
