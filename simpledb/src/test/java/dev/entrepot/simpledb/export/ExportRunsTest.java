package dev.entrepot.simpledb.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.simpledb.SimpleDbLimits;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.simpledb.domain.Settler;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import dev.entrepot.storage.objects.WatchedStore;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** How exports run and how they end. */
class ExportRunsTest {
    // [18] [25] AWS promises less; a moment is what people expect of an export.
    @OnEveryDatabase
    void whatIsWrittenDuringAnExportIsNotInIt(TestDatabase test) throws Exception {
        var planned = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        try (var stage = new Stage(
                test,
                SimpleDbLimits.SELF_HOSTED,
                store -> WatchedStore.beforePut(store, key -> {
                    if (key.contains("/data/")) {
                        planned.countDown();
                        uninterruptibly(written);
                    }
                }))) {
            stage.classic("CreateDomain", "DomainName", "domain");
            ArtifactsTest.put(stage, "changed", "a", "before");
            ArtifactsTest.put(stage, "deleted", "a", "before");
            String arn = stage.call("StartDomainExport", "{\"domainName\":\"domain\",\"s3Bucket\":\"bucket\"}")
                    .path("exportArn")
                    .asText();
            planned.await();
            ArtifactsTest.put(stage, "changed", "a", "after");
            ArtifactsTest.put(stage, "new", "a", "after");
            stage.classic("DeleteAttributes", "DomainName", "domain", "ItemName", "deleted");
            assertThat(stage.describe(arn).path("exportStatus").asText()).isEqualTo("IN_PROGRESS");
            assertThat(stage.describe(arn).has("exportDataCutoffTime")).isTrue();
            assertThat(Stage.text(stage.classic("DeleteDomain", "DomainName", "domain")))
                    .contains(
                            "<Code>DeleteConflictException</Code>",
                            "Cannot delete domain due to a PENDING or IN_PROGRESS export.");
            var settler = new Settler(stage.database, stage.clock);
            settler.settleAll();
            assertThat(rowsOf(stage, "simpledb_former_item"))
                    .as("what the export needs is kept")
                    .isEqualTo(2);
            written.countDown();

            JsonNode export = stage.awaitEnd(arn);
            settler.settleAll();
            assertThat(rowsOf(stage, "simpledb_former_item")).isZero();
            assertThat(rowsOf(stage, "simpledb_cutoff")).isZero();
            assertThat(export.path("itemsCount").asInt()).isEqualTo(2);
            String data = ArtifactsTest.keys(stage).stream()
                    .filter(key -> key.contains("/data/"))
                    .findFirst()
                    .orElseThrow();
            assertThat(new String(ArtifactsTest.object(stage, data), StandardCharsets.UTF_8))
                    .contains("\"changed\"", "\"deleted\"", "\"before\"")
                    .doesNotContain("after", "new");

            assertThat(stage.classic("DeleteDomain", "DomainName", "domain").status())
                    .isEqualTo(200);
            assertThat(stage.describe(arn).path("exportStatus").asText()).isEqualTo("SUCCEEDED");
            Eventually.await(() -> rowsOf(stage, "simpledb_item") == 0);
        }
    }

    // [15] [16] S3's refusals are the export's end, not the caller's error.
    @OnEveryDatabase
    void refusalsOfS3AndKmsFailTheExport(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.objects.createBucket(Requester.of(new Owner("999999999999", "us-east-1")), "foreign");
            stage.classic("CreateDomain", "DomainName", "domain");
            assertThat(failure(stage, "\"s3Bucket\":\"nobucket\""))
                    .isEqualTo(
                            "S3NoSuchBucket: An error occurred during the export. The specified Amazon S3 bucket does not exist.");
            assertThat(failure(stage, "\"s3Bucket\":\"foreign\""))
                    .isEqualTo("S3AccessDenied: Export failed due to insufficient access to the Amazon S3 bucket.");
            assertThat(failure(stage, "\"s3Bucket\":\"bucket\",\"s3BucketOwner\":\"999999999999\""))
                    .isEqualTo("S3AccessDenied: Export failed due to insufficient access to the Amazon S3 bucket.");
            assertThat(failure(
                            stage,
                            "\"s3Bucket\":\"bucket\",\"s3SseAlgorithm\":\"KMS\",\"s3SseKmsKeyId\":\"alias/nosuch\""))
                    .isEqualTo(
                            "KmsNotFoundException: An error occurred during the export. The specified KMS key does not exist.");
            assertThat(ArtifactsTest.keys(stage)).isEmpty();
        }
    }

    // Encryption and owner travel with every object, the marker and the manifests included.
    @OnEveryDatabase
    void everyObjectIsEncryptedAsAsked(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.classic("CreateDomain", "DomainName", "domain");
            for (String algorithm : new String[] {"AES256", "KMS"}) {
                JsonNode started = stage.call(
                        "StartDomainExport",
                        "{\"domainName\":\"domain\",\"s3Bucket\":\"bucket\",\"s3KeyPrefix\":\"%s\",\"s3SseAlgorithm\":\"%s\",\"s3BucketOwner\":\"111122223333\"}"
                                .formatted(algorithm, algorithm));
                assertThat(stage.awaitEnd(started.path("exportArn").asText())
                                .path("exportStatus")
                                .asText())
                        .isEqualTo("SUCCEEDED");
            }
            assertThat(ArtifactsTest.keys(stage)).hasSize(8).allSatisfy(key -> {
                StoredObject object = stage.objects.head(Requester.of(Stage.OWNER), new ObjectLocation("bucket", key));
                assertThat(object.encryption().algorithm()).contains(key.startsWith("AES256/") ? "AES256" : "aws:kms");
            });
        }
    }

    // [17] What is there stays; nothing says success.
    @OnEveryDatabase
    void anExportThatFailsLateLeavesNoManifest(TestDatabase test) {
        try (var stage = new Stage(
                test,
                SimpleDbLimits.SELF_HOSTED,
                store -> WatchedStore.beforePut(store, key -> {
                    if (key.endsWith("manifest-file.json")) {
                        throw new ObjectRequestFailed(ObjectError.ACCESS_DENIED, "Access Denied");
                    }
                }))) {
            stage.classic("CreateDomain", "DomainName", "domain");
            JsonNode export = stage.export("domain");
            assertThat(export.path("failureCode").asText()).isEqualTo("S3AccessDenied");
            assertThat(export.has("itemsCount")).isFalse();
            assertThat(export.has("exportManifest")).isFalse();
            assertThat(ArtifactsTest.keys(stage)).hasSize(2).noneMatch(key -> key.contains("manifest"));
        }
    }

    private static int rowsOf(Stage stage, String table) {
        return stage.database.read(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Integer.class)
                .one());
    }

    private static String failure(Stage stage, String options) {
        JsonNode started = stage.call("StartDomainExport", "{\"domainName\":\"domain\"," + options + "}");
        JsonNode export = stage.awaitEnd(started.path("exportArn").asText());
        assertThat(export.path("exportStatus").asText()).isEqualTo("FAILED");
        return export.path("failureCode").asText() + ": "
                + export.path("failureMessage").asText();
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
