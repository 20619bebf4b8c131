package dev.entrepot.mailmanager.export;

import static dev.entrepot.mailmanager.export.ExportStage.BUCKET;
import static dev.entrepot.mailmanager.export.ExportStage.json;
import static dev.entrepot.mailmanager.export.ExportStage.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.Requester;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Exports to a bucket: the numbers are those of the dossier's section 6. */
class ExportsTest {
    private static final String PLACE = "s3://" + BUCKET + "/p/";

    // [33] [42]
    @OnEveryDatabase
    void everyMessageIsAnObjectAndTheListingsTellOfAll(TestDatabase test) {
        try (var export = new ExportStage(test)) {
            List<MessageId> ids = export.deliver(3);
            String id = export.started(PLACE, ",'IncludeMetadata':true");
            assertThat(export.ended(id)).isEqualTo("COMPLETED");
            TreeMap<String, byte[]> objects = export.objects("p/");
            for (int i = 0; i < 3; i++) {
                assertThat(objects.get(ids.get(i) + ".eml")).isEqualTo(ExportStage.mail(i));
                JsonNode metadata = json(text(objects.get(ids.get(i) + ".json")));
                assertThat(metadata.path("Subject").asText()).isEqualTo("number " + i);
                assertThat(metadata.path("Sha256").asText()).isEqualTo(Hashes.of(ExportStage.mail(i)));
            }
            String folder = "_export-" + id + "/";
            assertThat(objects.keySet().stream().filter(key -> key.startsWith("_")))
                    .containsExactly(folder + "checksums.sha256", folder + "manifest.jsonl", folder + "status.json");
            assertThat(lines(objects.get(folder + "manifest.jsonl")))
                    .extracting(line -> line.path("key").asText() + " "
                            + line.path("sha256").asText())
                    .containsExactly(
                            "p/" + ids.get(0) + ".eml " + Hashes.of(ExportStage.mail(0)),
                            "p/" + ids.get(1) + ".eml " + Hashes.of(ExportStage.mail(1)),
                            "p/" + ids.get(2) + ".eml " + Hashes.of(ExportStage.mail(2)));
            checkSums(objects, folder);
            JsonNode status = json(text(objects.get(folder + "status.json")));
            assertThat(status.path("state").asText() + status.path("done").asInt())
                    .isEqualTo("COMPLETED3");
            assertThat(status.path("settings").path("s3Location").asText()).isEqualTo(PLACE);

            String again = export.started(PLACE, "");
            assertThat(again).isNotEqualTo(id);
            assertThat(export.ended(again)).isEqualTo("COMPLETED");
            assertThat(export.objects("p/")).hasSize(objects.size() + 3);
        }
    }

    /** As {@code sha256sum -c} does, run in the folder of the messages: every file but the listing itself is in it. */
    static void checkSums(Map<String, byte[]> objects, String folder) {
        Map<String, String> sums = new String(objects.get(folder + "checksums.sha256"), StandardCharsets.UTF_8)
                .lines()
                .collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
        Map<String, String> expected = new TreeMap<>();
        objects.forEach((key, bytes) -> expected.put(key, Hashes.of(bytes)));
        expected.remove(folder + "checksums.sha256");
        assertThat(sums).isEqualTo(expected);
    }

    // [34] [37]
    @OnEveryDatabase
    void thePlaceAndTheNumberAreAsAskedFor(TestDatabase test) {
        try (var export = new ExportStage(test)) {
            List<String> newest = export.deliver(10).subList(6, 10).stream()
                    .map(id -> id + ".eml")
                    .toList();
            for (String place : List.of("s3://" + BUCKET + "/p", "s3://" + BUCKET)) {
                String id = export.started(place, ",'MaxResults':4");
                assertThat(export.ended(id)).isEqualTo("COMPLETED");
                assertThat(export.objects(place.endsWith("/p") ? "p/" : "").keySet().stream()
                                .filter(key -> !key.contains("/")))
                        .containsExactlyElementsOf(newest);
            }
            String none = export.started("s3://" + BUCKET + "/none/", ",'MaxResults':0");
            assertThat(export.ended(none)).isEqualTo("COMPLETED");
            assertThat(export.objects("none/_export-" + none + "/").get("manifest.jsonl"))
                    .isEmpty();
            assertThat(export.objects("none/")).hasSize(3);
            assertThat(export.start(PLACE, ",'MaxResults':-1").error()).isEqualTo("ValidationException");
        }
    }

    // [35] [36] What could never succeed makes no job.
    @OnEveryDatabase
    void aPlaceThatCannotBeWrittenToIsRefusedAtOnce(TestDatabase test) {
        try (var export = new ExportStage(test)) {
            for (String wrong : List.of(
                    "s3://missing/p",
                    "http://b/p",
                    "s3://" + BUCKET + "/dt=1/",
                    "s3://ab",
                    "s3://" + BUCKET + "/".repeat(100_000))) {
                assertThat(export.start(wrong, "").error())
                        .as(wrong.substring(0, 7))
                        .isEqualTo("ValidationException");
            }
            assertThat(export.stage
                            .call("StartArchiveExport", export.request("x", "").replace("'S3Location':'x'", ""))
                            .error())
                    .isEqualTo("ValidationException");
            export.stage.buckets.createBucket(Requester.of(new Owner("444455556666", "us-east-1")), "another");
            assertThat(export.start("s3://another/p", "").error()).isEqualTo("AccessDeniedException");
            assertThat(list(export).body().path("Exports")).isEmpty();
        }
    }

    // [37]
    @OnEveryDatabase
    void awsExportsSoManyMessagesAndNoMore(TestDatabase test) {
        try (var export = new ExportStage(test, MailManagerLimits.AWS, buckets -> buckets)) {
            assertThat(export.start(PLACE, ",'MaxResults':250001").error()).isEqualTo("ValidationException");
        }
    }

    // [37] Who gives no bound gets the newest up to the archive's own, and is told that there were more.
    @OnEveryDatabase
    void anExportThatIsCutOffSaysSo(TestDatabase test) {
        MailManagerLimits aws = MailManagerLimits.AWS;
        var four = new MailManagerLimits(aws.archives(), aws.searches(), new ExportLimits(1, 4), aws.addressLists());
        try (var export = new ExportStage(test, four, buckets -> buckets)) {
            List<MessageId> ids = export.deliver(5);
            String id = export.started(PLACE, "");
            assertThat(export.ended(id)).isEqualTo("COMPLETED");
            assertThat(export.objects("p/"))
                    .containsKeys(ids.get(1) + ".eml", ids.get(4) + ".eml")
                    .doesNotContainKey(ids.get(0) + ".eml");
            assertThat(statusFile(export, id).path("truncated").asBoolean()).isTrue();
        }
    }

    // Only the latest thirty days are of interest, and of those the latest first.
    @OnEveryDatabase
    void exportsAreListedInPagesNewestFirst(TestDatabase test) {
        try (var export = new ExportStage(test)) {
            String first = export.started(PLACE, "");
            export.stage.clock.advance(Duration.ofSeconds(1));
            String second = export.started(PLACE, "");
            Answer page = list(export, ",'PageSize':1");
            assertThat(page.body().findValuesAsText("ExportId")).containsExactly(second);
            Answer rest = list(export, ",'NextToken':'%s'".formatted(page.text("NextToken")));
            assertThat(rest.body().findValuesAsText("ExportId")).containsExactly(first);
            assertThat(rest.body().has("NextToken")).isFalse();
            assertThat(export.stage
                            .call(
                                    "ListArchiveSearches",
                                    "{'ArchiveId':'%s','NextToken':'%s'}"
                                            .formatted(export.archive, page.text("NextToken")))
                            .error())
                    .isEqualTo("ValidationException");
            assertThat(list(export, ",'PageSize':51").error()).isEqualTo("ValidationException");
        }
    }

    // [38] Of 2,500 messages one part is written, and status and manifest tell of just those.
    @OnEveryDatabase
    void aStoppedExportLeavesWhatItsManifestTells(TestDatabase test) {
        var permits = new Semaphore(1);
        try (var export = new ExportStage(test, MailManagerLimits.AWS, buckets -> new HeldBatches(buckets, permits))) {
            export.deliver(2_500);
            String id = export.started(PLACE, "");
            Eventually.await(() -> export.objects("p/").size() >= 1_000);
            assertThat(export.state(id)).isEqualTo("PROCESSING");
            Eventually.await(() -> statusFile(export, id).path("done").asInt() == 1_000);
            assertThat(statusFile(export, id).path("state").asText()).isEqualTo("PROCESSING");
            assertThat(statusFile(export, id).path("total").asInt()).isEqualTo(2_500);
            assertThat(export.start(PLACE, "").error()).isEqualTo("ServiceQuotaExceededException");
            export.stage.clock.advance(Duration.ofSeconds(1));
            assertThat(export.call("StopArchiveExport", id).status()).isEqualTo(200);
            assertThat(export.state(id)).isEqualTo("CANCELLED");
            assertThat(export.status(id).has("CompletionTimestamp")).isTrue();
            permits.release(10);
            assertThat(export.call("StopArchiveExport", id).status()).isEqualTo(200);

            Eventually.await(export.stage::isIdle); // the clock does not tell how long parts take to notice
            export.stage.clock.advance(Duration.ofMinutes(1));
            Eventually.await(() -> {
                export.stage.upkeep(Tidying.class);
                return rows(export) == 0;
            });
            TreeMap<String, byte[]> objects = export.objects("p/");
            List<String> listed = lines(objects.get("_export-" + id + "/manifest.jsonl")).stream()
                    .map(line -> line.path("key").asText().substring(2))
                    .sorted()
                    .toList();
            assertThat(objects.keySet().stream().filter(key -> key.endsWith(".eml")))
                    .hasSizeBetween(1_000, 2_499)
                    .containsExactlyElementsOf(listed);
            assertThat(statusFile(export, id).path("state").asText()).isEqualTo("CANCELLED");
        }
    }

    // [40] A gap must not pass for a success.
    @OnEveryDatabase
    void aDamagedMessageFailsTheExportAndAllOthersAreThere(TestDatabase test) {
        try (var export = new ExportStage(test)) {
            List<MessageId> ids = export.deliver(10);
            export.stage.database.write(handle -> handle.execute(
                    "UPDATE mail_message SET sha256 = ? WHERE number = ?",
                    new byte[32],
                    ids.get(4).number()));
            String id = export.started(PLACE, "");
            assertThat(export.ended(id)).isEqualTo("FAILED");
            assertThat(export.status(id).path("ErrorMessage").asText())
                    .isEqualTo("1 of 10 messages could not be exported; see s3://exports/p/_export-" + id
                            + "/errors.jsonl");
            TreeMap<String, byte[]> objects = export.objects("p/");
            assertThat(lines(objects.get("_export-" + id + "/errors.jsonl")))
                    .extracting(line -> line.path("archivedMessageId").asText())
                    .containsExactly(ids.get(4).toString());
            assertThat(objects.keySet().stream().filter(key -> key.endsWith(".eml")))
                    .hasSize(9);
            checkSums(objects, "_export-" + id + "/");
        }
    }

    // [43]
    @OnEveryDatabase
    void anExportTellsWhatItWasAskedFor(TestDatabase test) {
        try (var export = new ExportStage(test)) {
            Answer plain = export.call("GetArchiveExport", export.started(PLACE, ""));
            assertThat(plain.body().has("MaxResults")
                            || plain.body().has("Filters")
                            || plain.body().has("ExportId"))
                    .isFalse();
            assertThat(plain.body().path("ExportDestinationConfiguration").toString())
                    .isEqualTo("{\"S3\":{\"S3Location\":\"" + PLACE + "\"}}");
            String filters =
                    "{'Include':[{'StringExpression':{'Evaluate':{'Attribute':'TO'},'Operator':'CONTAINS','Values':['x']}}],"
                            + "'Unless':[]}";
            Answer full =
                    export.call("GetArchiveExport", export.started(PLACE, ",'MaxResults':7,'Filters':" + filters));
            assertThat(full.body().path("MaxResults").asInt()).isEqualTo(7);
            assertThat(full.body().path("Filters").toString()).isEqualTo(filters.replace('\'', '"'));
            assertThat(list(export).body().path("Exports")).hasSize(2);
            for (String operation : List.of("GetArchiveExport", "StopArchiveExport")) {
                assertThat(export.call(operation, "unknown").error()).isEqualTo("ValidationException");
            }
        }
    }

    // [9] Not a conflict: this operation does not know that error.
    @OnEveryDatabase
    void anArchivePendingDeletionIsNotExported(TestDatabase test) {
        try (var export = new ExportStage(test)) {
            export.stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(export.archive));
            assertThat(export.start(PLACE, "").error()).isEqualTo("ValidationException");
            assertThat(list(export).status()).isEqualTo(200);
        }
    }

    private static Answer list(ExportStage export) {
        return list(export, "");
    }

    private static Answer list(ExportStage export, String rest) {
        return export.stage.call("ListArchiveExports", "{'ArchiveId':'%s'%s}".formatted(export.archive, rest));
    }

    private static JsonNode statusFile(ExportStage export, String id) {
        return json(text(export.objects("p/_export-" + id + "/").get("status.json")));
    }

    private static int rows(ExportStage export) {
        return export.stage.database.read(handle -> handle.createQuery(
                        "SELECT (SELECT count(*) FROM mail_export) + (SELECT count(*) FROM mail_export_part)")
                .mapTo(Integer.class)
                .one());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
