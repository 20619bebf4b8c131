package dev.entrepot.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.simpledb.model.CreateDomainRequest;
import com.amazonaws.services.simpledb.model.DeleteDomainRequest;
import com.amazonaws.services.simpledb.model.PutAttributesRequest;
import com.amazonaws.services.simpledb.model.ReplaceableAttribute;
import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.ExportedObjects;
import dev.entrepot.e2e.fixture.SampleDomain;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scripts written from AWS's page read these objects: keys, members and their order are the product. */
class ExportTest {
    private static final String BUCKET = "exports";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @BeforeAll
    static void load() {
        SampleDomain.load(ENTREPOT.simpleDb(), SampleDomain.NAME);
        ENTREPOT.s3().createBucket(create -> create.bucket(BUCKET));
    }

    @Test
    void startAnswersWithATokenAnArnAndTheTimeOfTheRequest() { // 1
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        JsonNode started = ENTREPOT.exports().start(Map.of("domainName", SampleDomain.NAME, "s3Bucket", BUCKET));
        Instant after = Instant.now();
        assertThat(started.fieldNames()).toIterable().containsOnly("clientToken", "exportArn", "requestedAt");
        assertThat(started.get("clientToken").textValue()).matches(UUID);
        assertThat(started.get("exportArn").textValue())
                .matches("arn:aws:sdb:us-east-1:000000000000:domain/mydomain/export/" + UUID);
        assertThat(started.get("requestedAt").isNumber()).isTrue();
        long requestedAt = Math.round(started.get("requestedAt").doubleValue() * 1000);
        assertThat(Instant.ofEpochMilli(requestedAt)).isBetween(before, after);
    }

    @Test
    void aFinishedExportSaysWhatItDid() { // 1
        JsonNode export = export(SampleDomain.NAME, Map.of("clientToken", "says-what-it-did"));
        assertThat(export.fieldNames())
                .toIterable()
                .containsOnly(
                        "exportArn",
                        "clientToken",
                        "exportStatus",
                        "domainName",
                        "requestedAt",
                        "s3Bucket",
                        "exportDataCutoffTime",
                        "itemsCount",
                        "exportManifest");
        assertThat(export.get("clientToken").textValue()).isEqualTo("says-what-it-did");
        assertThat(export.get("domainName").textValue()).isEqualTo(SampleDomain.NAME);
        assertThat(export.get("s3Bucket").textValue()).isEqualTo(BUCKET);
        assertThat(export.get("itemsCount").longValue()).isEqualTo(SampleDomain.ITEMS);
        assertThat(export.get("exportDataCutoffTime").doubleValue())
                .isGreaterThanOrEqualTo(export.get("requestedAt").doubleValue());
        assertThat(export.get("exportManifest").textValue())
                .isEqualTo("AWSSimpleDB/" + id(export) + "/mydomain/manifest-summary.json");
    }

    @Test
    void theBucketHoldsExactlyTheDocumentedObjects() { // 2
        var objects = ExportedObjects.of(ENTREPOT.s3(), export(SampleDomain.NAME, Map.of()));
        assertThat(objects.names())
                .hasSize(4)
                .contains("_started", "manifest-file.json", "manifest-summary.json")
                .filteredOn(name -> name.startsWith("data/"))
                .singleElement()
                .asString()
                .matches("data/dataFile_\\d+_\\d+\\.json");
        assertThat(objects.object("_started")).isEmpty();
    }

    @Test
    void everyItemIsThereWithAllItsValuesInOneEntry() { // 3
        var items = ExportedObjects.of(ENTREPOT.s3(), export(SampleDomain.NAME, Map.of()))
                .items();
        assertThat(items).hasSize(SampleDomain.ITEMS);
        assertThat(items.get(SampleDomain.RIGHT_STUFF))
                .isEqualTo(Map.of(
                        "Title", values("The Right Stuff"),
                        "Author", values("Tom Wolfe"),
                        "Year", values("1979"),
                        "Pages", values("00304"),
                        "Keyword", values("Book", "Hardcover", "American"),
                        "Rating", values("****", "4 stars")));
    }

    @Test
    void theManifestsHaveTheDocumentedMembersInTheirOrder() { // 3
        JsonNode export = export(SampleDomain.NAME, Map.of());
        var objects = ExportedObjects.of(ENTREPOT.s3(), export);
        JsonNode file = objects.json("manifest-file.json").get(0);
        assertThat(file.fieldNames()).toIterable().containsExactly("md5Checksum", "dataFileS3Key", "dataFileItemCount");

        JsonNode summary = objects.json("manifest-summary.json");
        assertThat(summary.fieldNames())
                .toIterable()
                .filteredOn(name -> !name.equals("totalItemCount")) // ours, beside the documented one
                .containsExactly(
                        "version",
                        "exportArn",
                        "requestedAt",
                        "s3BucketName",
                        "s3ExportPrefix",
                        "domainName",
                        "itemsCount",
                        "exportDataCutoffTime",
                        "s3SseAlgorithm",
                        "s3SseKmsKeyId",
                        "s3BucketOwner");
        assertThat(summary.get("version").textValue()).isEqualTo("2025-11-01");
        assertThat(summary.get("exportArn")).isEqualTo(export.get("exportArn"));
        assertThat(summary.get("s3BucketName").textValue()).isEqualTo(BUCKET);
        assertThat(summary.get("s3ExportPrefix").textValue()).isEqualTo(objects.directory());
        assertThat(summary.get("domainName").textValue()).isEqualTo(SampleDomain.NAME);
        for (String option : List.of("s3SseAlgorithm", "s3SseKmsKeyId", "s3BucketOwner")) {
            assertThat(summary.get(option).isNull()).as(option).isTrue();
        }
        for (String time : List.of("requestedAt", "exportDataCutoffTime")) {
            assertThat(summary.get(time).textValue()).matches(TIME);
            assertThat(Instant.parse(summary.get(time).textValue()).toEpochMilli())
                    .isEqualTo(Math.round(export.get(time).doubleValue() * 1000));
        }
    }

    @Test
    void aPrefixWithAndWithoutASlashAtItsEndGivesTheSameKeys() { // 4
        for (String prefix : List.of("exports/simpledb", "exports/simpledb/")) {
            JsonNode export = export(SampleDomain.NAME, Map.of("s3KeyPrefix", prefix));
            assertThat(export.get("s3KeyPrefix").textValue()).isEqualTo(prefix);
            var objects = ExportedObjects.of(ENTREPOT.s3(), export);
            assertThat(objects.directory())
                    .isEqualTo("exports/simpledb/AWSSimpleDB/" + id(export) + "/" + SampleDomain.NAME);
            assertThat(objects.objects()).hasSize(4);
            assertThat(objects.json("manifest-summary.json")
                            .get("s3ExportPrefix")
                            .textValue())
                    .isEqualTo(objects.directory());
            assertThat(objects.items()).hasSize(SampleDomain.ITEMS);
        }
    }

    @Test
    void anEmptyDomainGivesOneEmptyDataFile() { // 19
        ENTREPOT.simpleDb().createDomain(new CreateDomainRequest("empty"));
        JsonNode export = export("empty", Map.of());
        assertThat(export.get("itemsCount").longValue()).isZero();
        var objects = ExportedObjects.of(ENTREPOT.s3(), export);
        assertThat(objects.items()).isEmpty();
        JsonNode files = objects.json("manifest-file.json");
        assertThat(files).hasSize(1);
        String key = files.get(0).get("dataFileS3Key").textValue();
        assertThat(new String(objects.objects().get(key)).strip()).isEqualTo("[]");
    }

    @Test
    void everyStringReadsBackAsItWasWritten() { // 20
        ENTREPOT.simpleDb().createDomain(new CreateDomainRequest("odd"));
        List<String> texts = List.of(
                "\"quoted\" \\ / '",
                "line\nfeed\r\ttab",
                "nul\0bell\u0007escape\u001b delete\u007f",
                "\uD83D\uDE00",
                "\uFFFD\uFFFE\uFFFF\uE000\uD7FF",
                "\u2028\u2029\u0085\u00A0",
                "</script><!--",
                "n".repeat(1024),
                "é".repeat(512));
        for (String text : texts) {
            ENTREPOT.simpleDb()
                    .putAttributes(new PutAttributesRequest(
                            "odd", text, List.of(new ReplaceableAttribute(text, text, false))));
        }
        var items = ExportedObjects.of(ENTREPOT.s3(), export("odd", Map.of())).items();
        assertThat(items).hasSize(texts.size());
        for (String text : texts) {
            assertThat(items.get(text)).isEqualTo(Map.of(text, values(text)));
        }
    }

    @Test
    void twoExportsOfUnchangedDataHaveTheSameBytes() {
        var first = ExportedObjects.of(ENTREPOT.s3(), export(SampleDomain.NAME, Map.of()));
        var second = ExportedObjects.of(ENTREPOT.s3(), export(SampleDomain.NAME, Map.of()));
        assertThat(first.names()).isEqualTo(second.names());
        String data = first.names().get(1);
        assertThat(first.object(data)).isEqualTo(second.object(data));
    }

    @Test
    void anExportOutlivesItsDomain() { // 25
        SampleDomain.load(ENTREPOT.simpleDb(), "short-lived");
        JsonNode export = export("short-lived", Map.of());
        ENTREPOT.simpleDb().deleteDomain(new DeleteDomainRequest("short-lived"));
        assertThat(ENTREPOT.exports().get(export.get("exportArn").textValue())).isEqualTo(export);
        assertThat(ENTREPOT.exports().list(Map.of()).get("exportSummaries"))
                .anySatisfy(summary -> assertThat(summary.get("exportArn")).isEqualTo(export.get("exportArn")));
    }

    private static JsonNode export(String domain, Map<String, ?> options) {
        return ENTREPOT.exports().succeeded(ENTREPOT.exports().start(domain, BUCKET, options));
    }

    private static String id(JsonNode export) {
        String arn = export.get("exportArn").textValue();
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static SortedSet<String> values(String... values) {
        return new TreeSet<>(List.of(values));
    }
}
