package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.simpledb.model.DeleteAttributesRequest;
import com.amazonaws.services.simpledb.model.DeleteDomainRequest;
import com.amazonaws.services.simpledb.model.DomainMetadataRequest;
import com.amazonaws.services.simpledb.model.PutAttributesRequest;
import com.amazonaws.services.simpledb.model.ReplaceableAttribute;
import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import dev.entrepot.e2e.fixture.ExportApi;
import dev.entrepot.e2e.fixture.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What only an export that takes its time can show: crashes, writes and deletes while it runs. */
class LargeExportTest {
    private static final String BUCKET = "exports";
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int KILLS = 20;

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @BeforeAll
    static void load() throws Exception {
        ENTREPOT.s3().createBucket(create -> create.bucket(BUCKET));
        LargeDomain.load(ENTREPOT.simpleDb());
    }

    /**
     * Each kill hits at a moment drawn from the time that an undisturbed export takes, counted from the start or restart, so
     * it may hit a plan, any part, or the finish. An export that ends before its next kill is followed by another one.
     */
    @Test
    void killedAtTwentyRandomMomentsExportsAreByteIdenticalToAnUndisturbedOne() { // 26
        long seed = new Random().nextLong();
        System.out.println("Moments of the kills come from seed " + seed);
        var random = new Random(seed);
        long begin = System.nanoTime();
        JsonNode export = succeeded(start());
        long duration = System.nanoTime() - begin;
        var undisturbed = ComparableExport.take(ENTREPOT.s3(), BUCKET, export);
        assertThat(undisturbed.dataFiles()).isGreaterThan(2);

        int kills = 0;
        while (kills < KILLS) {
            String arn = start();
            boolean ended = false;
            while (!ended && kills < KILLS) {
                ended = runsFor(arn, random.nextLong(duration));
                if (!ended) {
                    ENTREPOT.server().kill();
                    kills++;
                    ENTREPOT.server().startAgain();
                }
            }
            assertThat(ComparableExport.take(ENTREPOT.s3(), BUCKET, succeeded(arn)))
                    .as("after %s kills, seed %s", kills, seed)
                    .isEqualTo(undisturbed);
        }
    }

    @Test
    void theExportIsTheDomainAsItWasAtTheCutoff() { // 18
        var simpleDb = ENTREPOT.simpleDb();
        var before = ComparableExport.take(ENTREPOT.s3(), BUCKET, succeeded(start()));
        String arn = start();
        Eventually.eventually(LONGEST, () -> ENTREPOT.exports().get(arn), export -> export.has("exportDataCutoffTime"));
        // The last names are read last.
        String changed = LargeDomain.itemName(LargeDomain.ITEMS - 1);
        String deleted = LargeDomain.itemName(LargeDomain.ITEMS - 2);
        var late = List.of(new ReplaceableAttribute("late", "yes", true));
        simpleDb.putAttributes(new PutAttributesRequest(LargeDomain.NAME, "zzz new", late));
        simpleDb.putAttributes(new PutAttributesRequest(LargeDomain.NAME, changed, late));
        simpleDb.deleteAttributes(new DeleteAttributesRequest(LargeDomain.NAME, deleted));
        assertThat(ComparableExport.take(ENTREPOT.s3(), BUCKET, succeeded(arn))).isEqualTo(before);
        assertThat(ComparableExport.take(ENTREPOT.s3(), BUCKET, succeeded(start())))
                .isNotEqualTo(before);
    }

    @Test
    void aDomainIsNotDeletedWhileItIsExported() { // 25
        var simpleDb = ENTREPOT.simpleDb();
        String arn = start();
        try {
            Refused refused = Refused.by(() -> simpleDb.deleteDomain(new DeleteDomainRequest(LargeDomain.NAME)));
            assertThat(refused)
                    .isEqualTo(new Refused(
                            409,
                            "DeleteConflictException",
                            "Cannot delete domain due to a PENDING or IN_PROGRESS export."));
        } finally {
            succeeded(arn);
        }
        assertThat(simpleDb.domainMetadata(new DomainMetadataRequest(LargeDomain.NAME))
                        .getItemCount())
                .isPositive();
    }

    private static String start() {
        return ENTREPOT.exports().start(LargeDomain.NAME, BUCKET, Map.of());
    }

    private static JsonNode succeeded(String arn) {
        return ENTREPOT.exports().succeeded(arn);
    }

    /** Lets the export run this long, or until it ends; returns whether it did. */
    private static boolean runsFor(String arn, long nanos) {
        long until = System.nanoTime() + nanos;
        JsonNode export = Eventually.eventually(
                LONGEST,
                () -> ENTREPOT.exports().get(arn),
                seen -> ExportApi.hasEnded(seen) || System.nanoTime() >= until);
        return ExportApi.hasEnded(export);
    }
}
