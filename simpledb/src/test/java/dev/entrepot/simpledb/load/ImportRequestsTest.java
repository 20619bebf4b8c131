package dev.entrepot.simpledb.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Job;
import dev.entrepot.simpledb.SimpleDbLimits;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.simpledb.classic.DomainLimits;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.http.HttpResponse;
import java.util.UUID;

/** What StartDomainImport accepts, and what it keeps people from doing by mistake. */
class ImportRequestsTest {
    private static final String ITEM = "{\"itemName\":\"%s\",\"attributes\":[{\"name\":\"a\",\"values\":[\"%s\"]}]}\n";

    // Restoring into the wrong domain would mix two of them beyond repair.
    @OnEveryDatabase
    void aDomainWithItemsIsRefusedUnlessTheyAreToBeMerged(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            source.put("first.ndjson", ITEM.formatted("kept", 1) + ITEM.formatted("replaced", 1));
            source.put("second.ndjson", ITEM.formatted("new", 2) + ITEM.formatted("replaced", 2));
            source.load("domain", "NDJSON", "first.ndjson");
            HttpResponse refused = source.start("domain", "NDJSON", "second.ndjson", "");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(Stage.read(refused).path("__type").asText()).isEqualTo("DomainNotEmptyException");
            assertThat(Stage.read(refused).path("message").asText())
                    .isEqualTo("Domain domain has items. Name another domain, or merge: items of the same name are"
                            + " then replaced.");
            source.load("domain", "NDJSON", "second.ndjson", ",\"merge\":true");
            assertThat(source.exported("domain"))
                    .containsValue("[\n" + ITEM.formatted("kept", 1).strip() + ",\n"
                            + ITEM.formatted("new", 2).strip() + ",\n"
                            + ITEM.formatted("replaced", 2).strip() + "\n]\n");
        }
    }

    @OnEveryDatabase
    void whatIsMissingOrOutOfBoundsIsNamed(TestDatabase test) {
        try (var stage = new Stage(test)) {
            HttpResponse refused =
                    stage.startImport("{\"domainName\":\"a b\",\"s3Bucket\":\"bucket\",\"s3Key\":\"key\"}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(Stage.text(refused)).contains("ValidationException", "/domainName", "/format");
        }
    }

    // Another account's bucket is no source, and its jobs are nobody else's.
    @OnEveryDatabase
    void aForeignBucketIsNotRead(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var source = new Source(stage);
            source.put("items.ndjson", ITEM.formatted("item", 1));
            stage.callAs(new Owner("999999999999", "us-east-1"));
            String id = Stage.read(source.start("domain", "NDJSON", "items.ndjson", ""))
                    .path("jobId")
                    .asText();
            Eventually.await(() -> stage.database.read(
                    handle -> handle.createQuery("SELECT failure_code FROM job WHERE id = ? AND state = 'FAILED'")
                            .bind(0, UUID.fromString(id))
                            .mapTo(String.class)
                            .findOne()
                            .filter("S3AccessDenied"::equals)
                            .isPresent()));
        }
    }

    @OnEveryDatabase
    void aNewDomainCountsAgainstTheLimit(TestDatabase test) {
        var one = new SimpleDbLimits(
                new DomainLimits(1, Long.MAX_VALUE, Long.MAX_VALUE), SimpleDbLimits.SELF_HOSTED.exports());
        try (var stage = new Stage(test, one, store -> store)) {
            var source = new Source(stage);
            source.put("items.ndjson", ITEM.formatted("item", 1));
            source.load("domain", "NDJSON", "items.ndjson");
            Job<?> second = source.load("other", "NDJSON", "items.ndjson");
            assertThat(Source.failure(second)).isEqualTo("NumberDomainsExceeded: The domain limit was exceeded.");
        }
    }

    @OnEveryDatabase
    void anImportDoesNotMakeADomainLargerThanItMayBe(TestDatabase test) {
        var three = new SimpleDbLimits(new DomainLimits(9, 3, Long.MAX_VALUE), SimpleDbLimits.SELF_HOSTED.exports());
        try (var stage = new Stage(test, three, store -> store)) {
            var source = new Source(stage);
            source.put("items.ndjson", ITEM.repeat(4).formatted("a", 1, "b", 2, "c", 3, "d", 4));
            assertThat(Source.failure(source.load("domain", "NDJSON", "items.ndjson")))
                    .startsWith("NumberDomainAttributesExceeded: ");
        }
    }
}
