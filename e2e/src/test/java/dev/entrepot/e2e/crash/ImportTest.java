package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.simpledb.model.DeleteDomainRequest;
import com.amazonaws.services.simpledb.model.DomainMetadataRequest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import dev.entrepot.e2e.fixture.ImportApi;
import dev.entrepot.e2e.fixture.Kills;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;

/** A restore that dies half way must not have to be started over, and must not leave an item twice or not at all. */
class ImportTest {
    private static final String BUCKET = "exports";
    private static final String DOMAIN = "restored";
    private static final int ITEMS = 120_000;
    private static final int KILLS = Kills.usually(4, 20);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    /** Kills hit at moments drawn from the time that an undisturbed import takes: while it verifies, loads, or ends. */
    @Test
    void killedAtRandomMomentsImportsRestoreTheExportByteForByte() {
        long seed = new Random().nextLong();
        System.out.println("Moments of the kills come from seed " + seed);
        var random = new Random(seed);
        ImportApi imports = ENTREPOT.imports();
        ENTREPOT.s3().createBucket(create -> create.bucket(BUCKET));
        ENTREPOT.s3().putObject(put -> put.bucket(BUCKET).key("items.ndjson"), RequestBody.fromBytes(items()));
        long begin = System.nanoTime();
        JsonNode loaded = imports.succeeded(imports.start(DOMAIN, BUCKET, "items.ndjson", "NDJSON"));
        long duration = System.nanoTime() - begin;
        assertThat(loaded.at("/done/records").asInt()).isEqualTo(ITEMS);
        String source = export().get("exportManifest").textValue();
        ComparableExport original = ComparableExport.take(ENTREPOT.s3(), BUCKET, export());
        assertThat(original.dataFiles()).isGreaterThan(1);

        int kills = 0;
        while (kills < KILLS) {
            ENTREPOT.simpleDb().deleteDomain(new DeleteDomainRequest(DOMAIN));
            String job = imports.start(DOMAIN, BUCKET, source, "EXPORT");
            boolean ended = false;
            while (!ended && kills < KILLS) {
                ended = runsFor(imports, job, random.nextLong(duration));
                if (!ended) {
                    ENTREPOT.server().kill();
                    kills++;
                    ENTREPOT.server().startAgain();
                }
            }
            JsonNode end = imports.succeeded(job);
            assertThat(end.at("/done"))
                    .as("after %s kills, seed %s", kills, seed)
                    .isEqualTo(end.at("/expected"));
            assertThat(ENTREPOT.simpleDb()
                            .domainMetadata(new DomainMetadataRequest(DOMAIN))
                            .getItemCount())
                    .isEqualTo(ITEMS);
            assertThat(ComparableExport.take(ENTREPOT.s3(), BUCKET, export()))
                    .as("after %s kills, seed %s", kills, seed)
                    .isEqualTo(original);
        }
    }

    private static JsonNode export() {
        return ENTREPOT.exports().succeeded(ENTREPOT.exports().start(DOMAIN, BUCKET, Map.of()));
    }

    /** Lets the import run this long, or until it ends; returns whether it did. */
    private static boolean runsFor(ImportApi imports, String job, long nanos) {
        long until = System.nanoTime() + nanos;
        JsonNode seen = Eventually.eventually(
                LONGEST, () -> imports.get(job), now -> ImportApi.hasEnded(now) || System.nanoTime() >= until);
        return ImportApi.hasEnded(seen);
    }

    /** In no order, and some of them of characters that need care. */
    private static byte[] items() {
        var text = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            var random = new SplittableRandom(i);
            text.append("{\"itemName\":\"")
                    .append(Long.toHexString(random.nextLong()))
                    .append(i % 100 == 0 ? "\ud83d\ude00\\n\\u0000" : "")
                    .append("\",\"attributes\":[{\"name\":\"number\",\"values\":[\"")
                    .append(i)
                    .append("\"]},{\"name\":\"tag\",\"values\":[\"b\",\"a\",\"\uff5e\"]}]}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
