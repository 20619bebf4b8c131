package dev.entrepot.simpledb.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Ingestion pipelines read these files; format fidelity is what they are tested against (dossier, section 2). */
class ArtifactsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    // [1] [2] [3]
    @OnEveryDatabase
    void aDomainBecomesAMarkerDataFilesAndTwoManifests(TestDatabase test) throws Exception {
        try (var stage = new Stage(test)) {
            stage.classic("CreateDomain", "DomainName", "mydomain");
            put(stage, "0802131786", "Title", "Tropic of Cancer", "Keyword", "Book");
            put(stage, "1579124585", "Keyword", "Book", "Keyword", "Hardcover", "Keyword", "American");

            JsonNode export = stage.export("mydomain");
            assertThat(export.path("exportStatus").asText()).isEqualTo("SUCCEEDED");
            assertThat(export.path("itemsCount").asInt()).isEqualTo(2);
            String arn = export.path("exportArn").asText();
            String directory = "AWSSimpleDB/" + arn.substring(arn.lastIndexOf('/') + 1) + "/mydomain";
            assertThat(keys(stage))
                    .containsExactly(
                            directory + "/_started",
                            directory + "/data/dataFile_1_1.json",
                            directory + "/manifest-file.json",
                            directory + "/manifest-summary.json");
            assertThat(object(stage, directory + "/_started")).isEmpty();

            byte[] data = object(stage, directory + "/data/dataFile_1_1.json");
            assertThat(new String(data, StandardCharsets.UTF_8)).isEqualTo("""
                            [
                            {"itemName":"0802131786","attributes":[{"name":"Keyword","values":["Book"]},{"name":"Title","values":["Tropic of Cancer"]}]},
                            {"itemName":"1579124585","attributes":[{"name":"Keyword","values":["American","Book","Hardcover"]}]}
                            ]
                            """);
            assertThat(new String(object(stage, directory + "/manifest-file.json"), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "[{\"md5Checksum\":\"%s\",\"dataFileS3Key\":\"%s/data/dataFile_1_1.json\",\"dataFileItemCount\":2}]"
                                    .formatted(
                                            Base64.getEncoder()
                                                    .encodeToString(MessageDigest.getInstance("MD5")
                                                            .digest(data)),
                                            directory));
            assertThat(new String(object(stage, directory + "/manifest-summary.json"), StandardCharsets.UTF_8))
                    .isEqualTo(
                            ("{\"version\":\"2025-11-01\",\"exportArn\":\"%s\",\"requestedAt\":\"2026-01-01T00:00:00.000Z\","
                                            + "\"s3BucketName\":\"bucket\",\"s3ExportPrefix\":\"%s\",\"domainName\":\"mydomain\","
                                            + "\"itemsCount\":2,\"totalItemCount\":2,\"exportDataCutoffTime\":\"2026-01-01T00:00:00.000Z\","
                                            + "\"s3SseAlgorithm\":null,\"s3SseKmsKeyId\":null,\"s3BucketOwner\":null}")
                                    .formatted(arn, directory));
            assertThat(export.path("exportManifest").asText()).isEqualTo(directory + "/manifest-summary.json");
        }
    }

    // [19]
    @OnEveryDatabase
    void anEmptyDomainHasOneEmptyDataFile(TestDatabase test) throws Exception {
        try (var stage = new Stage(test)) {
            stage.classic("CreateDomain", "DomainName", "empty");
            JsonNode export = stage.export("empty");
            assertThat(export.path("exportStatus").asText()).isEqualTo("SUCCEEDED");
            assertThat(export.path("itemsCount").asInt(-1)).isZero();
            String data = keys(stage).stream()
                    .filter(key -> key.contains("/data/"))
                    .findFirst()
                    .orElseThrow();
            assertThat(JSON.readTree(object(stage, data))).isEmpty();
        }
    }

    // [4]
    @OnEveryDatabase
    void aPrefixStandsBeforeEveryKeyWithOrWithoutItsSlash(TestDatabase test) throws Exception {
        try (var stage = new Stage(test)) {
            stage.classic("CreateDomain", "DomainName", "domain");
            put(stage, "i", "a", "1");
            for (String prefix : List.of("exports/simpledb", "exports/simpledb/")) {
                JsonNode started = stage.call(
                        "StartDomainExport",
                        "{\"domainName\":\"domain\",\"s3Bucket\":\"bucket\",\"s3KeyPrefix\":\"%s\"}".formatted(prefix));
                JsonNode export = stage.awaitEnd(started.path("exportArn").asText());
                assertThat(export.path("exportManifest").asText()).startsWith("exports/simpledb/AWSSimpleDB/");
                assertThat(export.path("s3KeyPrefix").asText()).isEqualTo(prefix);
                JsonNode summary = JSON.readTree(
                        object(stage, export.path("exportManifest").asText()));
                assertThat(summary.path("s3ExportPrefix").asText()).startsWith("exports/simpledb/AWSSimpleDB/");
            }
            assertThat(keys(stage)).hasSize(8).allMatch(key -> key.startsWith("exports/simpledb/AWSSimpleDB/"));
        }
    }

    static void put(Stage stage, String item, String... namesAndValues) {
        var parameters = new ArrayList<>(List.of("DomainName", "mydomain", "ItemName", item));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.addAll(List.of("Attribute." + i + ".Name", namesAndValues[i]));
            parameters.addAll(List.of("Attribute." + i + ".Value", namesAndValues[i + 1]));
        }
        for (String domain : List.of("mydomain", "domain")) {
            parameters.set(1, domain);
            stage.classic("PutAttributes", parameters.toArray(String[]::new));
        }
    }

    static List<String> keys(Stage stage) {
        return stage
                .objects
                .list(Requester.of(Stage.OWNER), "bucket", ObjectListing.Query.prefix(""))
                .objects()
                .stream()
                .map(StoredObject::key)
                .toList();
    }

    static byte[] object(Stage stage, String key) throws IOException {
        try (var stream = stage.objects
                .get(Requester.of(Stage.OWNER), new ObjectLocation("bucket", key))
                .bytes()) {
            return stream.readAllBytes();
        }
    }
}
