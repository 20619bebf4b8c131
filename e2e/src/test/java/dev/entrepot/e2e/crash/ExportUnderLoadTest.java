package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import dev.entrepot.e2e.fixture.ExportApi;
import dev.entrepot.e2e.fixture.ExportedObjects;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An export is one moment of the domain, though nobody stops for it and the server dies on the way. */
class ExportUnderLoadTest {
    private static final String BUCKET = "exports";
    private static final int WRITERS = 4;
    private static final int EXPORTS = 4;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LATEST_KILL = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    /** What one writer's steps were around the cutoff. */
    private record Bounds(long least, long most) {}

    @Test
    void anExportHoldsOfEachWriterAllStepsBeforeItsCutoffAndNoneAfter() throws Exception { // 18
        long seed = new Random().nextLong();
        System.out.println("Moments of the kills come from seed " + seed);
        var random = new Random(seed);
        ENTREPOT.s3().createBucket(create -> create.bucket(BUCKET));
        LargeDomain.load(ENTREPOT.simpleDb());
        List<ScriptedWriter> writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> new ScriptedWriter(ENTREPOT.simpleDb(), number))
                .toList();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            writers.forEach(threads::submit);
            try {
                for (int i = 0; i < EXPORTS; i++) {
                    stepOn(writers);
                    exportAndCheck(writers, i > 0, random, seed);
                }
            } finally {
                writers.forEach(ScriptedWriter::stop);
            }
        }
    }

    private static void exportAndCheck(List<ScriptedWriter> writers, boolean kill, Random random, long seed)
            throws IOException {
        List<Long> least = writers.stream().map(ScriptedWriter::acknowledged).toList();
        String arn = ENTREPOT.exports().start(LargeDomain.NAME, BUCKET, Map.of());
        Eventually.eventually(LONGEST, () -> ENTREPOT.exports().get(arn), export -> export.has("exportDataCutoffTime"));
        List<Long> most = writers.stream().map(ScriptedWriter::begun).toList();
        stepOn(writers); // now nothing that is written may show
        if (kill) {
            killWithin(LATEST_KILL, arn, random);
        }
        JsonNode export = ENTREPOT.exports().succeeded(arn);
        stepOn(writers); // they lived through it

        SortedMap<String, Long> exported = scriptedItems(export);
        for (int i = 0; i < WRITERS; i++) {
            ScriptedWriter writer = writers.get(i);
            var own = new TreeMap<>(exported);
            own.keySet().removeIf(item -> !writer.owns(item));
            assertThat(LongStream.rangeClosed(least.get(i), most.get(i)).mapToObj(writer::after))
                    .as("writer %s between steps %s and %s, seed %s", i, least.get(i), most.get(i), seed)
                    .contains(own);
        }
    }

    private static void stepOn(List<ScriptedWriter> writers) {
        for (ScriptedWriter writer : writers) {
            long now = writer.acknowledged();
            Eventually.eventually(LONGEST, writer::acknowledged, steps -> steps >= now + 10);
        }
    }

    private static void killWithin(Duration latest, String arn, Random random) {
        long until = System.nanoTime() + random.nextLong(latest.toNanos());
        Eventually.eventually(
                LONGEST,
                () -> ENTREPOT.exports().get(arn),
                export -> ExportApi.hasEnded(export) || System.nanoTime() >= until);
        ENTREPOT.server().kill();
        ENTREPOT.server().startAgain();
    }

    /** The writers' items with their steps; all the domain's other items are there too, one a line. */
    private static SortedMap<String, Long> scriptedItems(JsonNode export) throws IOException {
        String summary = export.get("exportManifest").textValue();
        String data = summary.replace("manifest-summary.json", "data/");
        var items = new TreeMap<String, Long>();
        int others = 0;
        List<String> files = ExportedObjects.keys(ENTREPOT.s3(), BUCKET, data);
        assertThat(files).hasSizeGreaterThan(1);
        for (String file : files) {
            try (var lines = new BufferedReader(new InputStreamReader(
                    ENTREPOT.s3().getObject(get -> get.bucket(BUCKET).key(file)), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.contains(ScriptedWriter.MARK)) {
                        JsonNode item = JSON.readTree(line);
                        items.put(
                                item.get("itemName").textValue(),
                                Long.valueOf(item.at("/attributes/0/values/0").textValue()));
                    } else if (line.startsWith("{")) {
                        others++;
                    }
                }
            }
            ENTREPOT.s3().deleteObject(delete -> delete.bucket(BUCKET).key(file));
        }
        assertThat(others).isEqualTo(LargeDomain.ITEMS);
        assertThat(export.get("itemsCount").intValue()).isEqualTo(others + items.size());
        return items;
    }
}
