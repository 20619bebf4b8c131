package dev.entrepot.sesv2.exportjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.SesV2Limits;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.sesv2.contact.ContactLimits;
import dev.entrepot.sesv2.event.EventLimits;
import dev.entrepot.sesv2.event.Records.Message;
import dev.entrepot.sesv2.importjob.ImportLimits;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.WatchedStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The life of an export from its request to its file (SES dossier, section 4). */
class ExportJobsTest {
    private static final String SEND = "{\"Name\":\"SEND\",\"Aggregation\":\"VOLUME\"}";

    /** A stage whose exports wait for {@code gate} before they write. */
    private static Stage held(TestDatabase test, CountDownLatch gate) {
        return new Stage(
                test,
                SesV2Limits.AWS,
                store -> WatchedStore.beforePut(store, key -> {
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    // [59]
    @OnEveryDatabase
    void withoutEventsAFileHasItsHeaderAlone(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var exports = new Exports(stage);
            String id = exports.create(Exports.insights("", "CSV"));
            JsonNode job = exports.ended(id);
            assertThat(job.path("JobStatus").asText()).isEqualTo("COMPLETED");
            assertThat(job.path("Statistics").toString())
                    .isEqualTo("{\"ProcessedRecordsCount\":0,\"ExportedRecordsCount\":0}");
            assertThat(exports.fileOf(id)).isEqualTo(Exports.COLUMNS);
            assertThat(exports.file(Exports.insights("", "JSON"))).isEqualTo("[]\n");
            assertThat(exports.file(Exports.metrics("\"ISP\":[\"*\"]", SEND, "CSV")))
                    .isEqualTo("ISP,SEND_VOLUME\r\n");
            assertThat(exports.file(Exports.metrics("\"ISP\":[\"*\"]", SEND, "JSON")))
                    .isEqualTo("[]\n");
        }
    }

    @OnEveryDatabase
    void aRowTellsWhatBecameOfAMessage(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var bounced = Message.to("m1", "a@gmail.com").subject("Hello, \\\"you\\\"");
            var clicked = Message.to("m2", "b@yahoo.com");
            stage.putEvents(bounced.send()
                    + bounced.bounce("Permanent", "General")
                    + clicked.open(9)
                    + clicked.click(8)
                    + clicked.delivery());
            var exports = new Exports(stage);
            String sent = ",2026-01-01T00:00:00.000Z,ann@shop.example,";
            assertThat(exports.file(Exports.insights("", "CSV")))
                    .isEqualTo(Exports.COLUMNS
                            + "m2" + sent + "b@yahoo.com,Hello,Yahoo,DELIVERY,2026-01-01T00:00:05.000Z,,,,"
                            + "CLICK,2026-01-01T00:08:00.000Z\r\n"
                            + "m1" + sent + "a@gmail.com,\"Hello, \"\"you\"\"\",Gmail,PERMANENT_BOUNCE,"
                            + "2026-01-01T00:00:06.000Z,Permanent,General,smtp; 550 5.1.1 user unknown,,\r\n");
            assertThat(exports.file(Exports.insights(",\"Include\":{\"LastEngagementEvent\":[\"CLICK\"]}", "JSON")))
                    .startsWith("[\n{\"MessageId\":\"m2\",\"SendTimestamp\":\"2026-01-01T00:00:00.000Z\",")
                    .contains("\"BounceType\":null,")
                    .endsWith("\"LastEngagementTimestamp\":\"2026-01-01T00:08:00.000Z\"}\n]\n");
        }
    }

    // The newest are taken, and the counts tell that there were more.
    @OnEveryDatabase
    void overTheLimitTheNewestAreExported(TestDatabase test) {
        try (var stage = new Stage(test)) {
            for (int i = 0; i < 5; i++) {
                String later = Message.to("m" + i, "a@gmail.com")
                        .send()
                        .replace("2026-01-01T00:00:00Z", "2026-01-01T00:00:0" + i + "Z");
                stage.putEvents(later);
            }
            var exports = new Exports(stage);
            String id = exports.create(Exports.insights(
                    ",\"MaxResults\":2,\"Exclude\":{\"Subject\":[\"*el*\"],\"Isp\":[\"Yahoo\"]}", "CSV"));
            assertThat(exports.ended(id).path("Statistics").toString())
                    .isEqualTo("{\"ProcessedRecordsCount\":5,\"ExportedRecordsCount\":2}");
            assertThat(exports.fileOf(id).lines().skip(1).map(line -> line.substring(0, 2)))
                    .containsExactly("m4", "m3");
        }
    }

    // [56] and what the API says back of the request.
    @OnEveryDatabase
    void anEndedExportHasALinkMadeAnewEachTime(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var exports = new Exports(stage);
            String include = "{\"FromEmailAddress\":[\"*@shop.example\"],\"LastDeliveryEvent\":[\"SEND\"]}";
            String id = exports.create(Exports.insights(",\"Include\":" + include + ",\"MaxResults\":7", "CSV"));
            JsonNode job = exports.ended(id);
            String url = job.at("/ExportDestination/S3Url").asText();
            assertThat(url)
                    .startsWith("http://127.0.0.1:4566/entrepot-ses-111122223333-us-east-1/export-jobs/" + id
                            + "/export.csv?X-Amz-Algorithm=");
            stage.clock.advance(Duration.ofMinutes(1));
            assertThat(exports.get(id).at("/ExportDestination/S3Url").asText()).isNotEqualTo(url);
            assertThat(job.path("ExportDataSource").toString()).isEqualTo("""
                    {"MessageInsightsDataSource":{"StartDate":1767139200,"EndDate":1767312000,"Include":%s,"MaxResults":7}}""".formatted(include));
            assertThat(job.path("ExportSourceType").asText()).isEqualTo("MESSAGE_INSIGHTS");
            assertThat(job.has("FailureInfo")).isFalse();
            assertThat(job.path("CompletedTimestamp").asDouble())
                    .isGreaterThanOrEqualTo(job.path("CreatedTimestamp").asDouble());
            stage.callAs(new Owner("444455556666", "us-east-1"));
            assertThat(stage.refusal("GET", "export-jobs/" + id, ""))
                    .isEqualTo("404 NotFoundException: Export job <" + id + "> does not exist.");
        }
    }

    // [57]
    @OnEveryDatabase
    void aCancelledExportHasNoFile(TestDatabase test) {
        var gate = new CountDownLatch(1);
        try (var stage = held(test, gate)) {
            var exports = new Exports(stage);
            String id = exports.create(Exports.insights("", "CSV"));
            Eventually.await(() -> exports.status(id).equals("PROCESSING"));
            assertThat(stage.call("PUT", "export-jobs/" + id + "/cancel", "")).isEmpty();
            gate.countDown();
            JsonNode job = exports.get(id);
            assertThat(job.path("JobStatus").asText()).isEqualTo("CANCELLED");
            assertThat(job.path("ExportDestination").toString()).isEqualTo("{\"DataFormat\":\"CSV\"}");
            assertThat(job.has("CompletedTimestamp")).isTrue();
            stage.call("PUT", "export-jobs/" + id + "/cancel", "");

            String other = exports.create(Exports.insights("", "CSV"));
            exports.ended(other);
            assertThat(stage.refusal("PUT", "export-jobs/" + other + "/cancel", ""))
                    .isEqualTo("400 BadRequestException: Export job <" + other
                            + "> is COMPLETED and cannot be cancelled.");
            assertThat(stage.refusal("PUT", "export-jobs/nope/cancel", ""))
                    .isEqualTo("404 NotFoundException: Export job <nope> does not exist.");
        }
    }

    // [58]
    @OnEveryDatabase
    void aListingIsFilteredByTypeAndStatusAndPaged(TestDatabase test) {
        var gate = new CountDownLatch(1);
        try (var stage = held(test, gate)) {
            var exports = new Exports(stage);
            var ids = new ArrayList<String>();
            for (int i = 0; i < 6; i++) {
                stage.clock.advance(Duration.ofSeconds(1));
                ids.addFirst(exports.create(
                        i % 2 == 0 ? Exports.insights("", "CSV") : Exports.metrics("\"ISP\":[\"*\"]", SEND, "CSV")));
            }
            stage.call("PUT", "export-jobs/" + ids.get(0) + "/cancel", "");
            stage.call("PUT", "export-jobs/" + ids.get(1) + "/cancel", "");
            gate.countDown();
            ids.forEach(exports::ended);

            assertThat(list(stage, "")).isEqualTo(ids);
            assertThat(list(stage, "\"ExportSourceType\":\"METRICS_DATA\""))
                    .containsExactly(ids.get(0), ids.get(2), ids.get(4));
            assertThat(list(stage, "\"JobStatus\":\"CANCELLED\"")).containsExactly(ids.get(0), ids.get(1));
            assertThat(list(stage, "\"JobStatus\":\"CANCELLED\",\"ExportSourceType\":\"METRICS_DATA\""))
                    .containsExactly(ids.get(0));
            assertThat(list(stage, "\"JobStatus\":\"COMPLETED\",\"PageSize\":1"))
                    .isEqualTo(ids.subList(2, 6));
            assertThat(stage.refusal("POST", "export-jobs/list", "{}")).startsWith("404 UnknownOperationException");
            assertThat(stage.refusal("POST", "list-export-jobs", "{\"NextToken\":\"x\"}"))
                    .isEqualTo("400 BadRequestException: NextToken is not valid.");
        }
    }

    /** All pages. */
    private static List<String> list(Stage stage, String members) {
        var ids = new ArrayList<String>();
        Optional<String> token = Optional.of("");
        while (token.isPresent()) {
            JsonNode page = stage.call(
                    "POST",
                    "list-export-jobs",
                    "{" + members + (members.isEmpty() ? "" : ",") + "\"NextToken\":\"" + token.get() + "\"}");
            ids.addAll(page.path("ExportJobs").findValuesAsText("JobId"));
            token = Optional.ofNullable(page.path("NextToken").textValue());
        }
        return ids;
    }

    @OnEveryDatabase
    void noMoreExportsThanTheLimitAreUnderWay(TestDatabase test) {
        var gate = new CountDownLatch(1);
        try (var stage = held(test, gate)) {
            var exports = new Exports(stage);
            for (int i = 0; i < 20; i++) {
                exports.create(Exports.insights("", "CSV"));
            }
            assertThat(stage.refusal("POST", "export-jobs", Exports.insights("", "CSV")))
                    .isEqualTo("400 LimitExceededException: A maximum of 20 export jobs can be under way at once.");
            gate.countDown();
        }
    }

    // What was written must not depend on how often it was begun, nor on what came meanwhile.
    @OnEveryDatabase
    void anExportThatRunsAgainWritesTheSameFile(TestDatabase test) {
        var runs = new AtomicInteger();
        try (var stage = stageFailingOnce(test, runs)) {
            var message = Message.to("m1", "a@gmail.com");
            stage.putEvents(message.send());
            var exports = new Exports(stage);
            String id = exports.create(Exports.insights("", "CSV"));
            Eventually.await(() -> runs.get() == 1);
            stage.putEvents(message.delivery() + Message.to("m2", "a@gmail.com").send());
            Eventually.await(() -> {
                stage.clock.advance(Duration.ofMinutes(1)); // until the engine tries again
                return exports.status(id).equals("COMPLETED");
            });
            assertThat(runs.get()).isEqualTo(2);
            assertThat(exports.fileOf(id))
                    .isEqualTo(Exports.COLUMNS + "m1,2026-01-01T00:00:00.000Z,ann@shop.example,a@gmail.com,Hello,Gmail,"
                            + "SEND,2026-01-01T00:00:00.000Z,,,,,\r\n");
            assertThat(exports.get(id).path("Statistics").toString())
                    .isEqualTo("{\"ProcessedRecordsCount\":1,\"ExportedRecordsCount\":1}");
        }
    }

    private static Stage stageFailingOnce(TestDatabase test, AtomicInteger runs) {
        var limits =
                new SesV2Limits(ContactLimits.AWS, ImportLimits.AWS, EventLimits.KEEP_ALL, ExportLimits.SELF_HOSTED);
        return new Stage(
                test,
                limits,
                store -> WatchedStore.beforePut(store, key -> {
                    if (runs.incrementAndGet() == 1) {
                        throw new IllegalStateException("A fault of the first run");
                    }
                }));
    }

    @OnEveryDatabase
    void anExportWhoseBucketIsAnothersFailsAndSaysSo(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.objects.createBucket(
                    Requester.of(new Owner("444455556666", "us-east-1")), "entrepot-ses-111122223333-us-east-1");
            var exports = new Exports(stage);
            JsonNode job = exports.ended(exports.create(Exports.insights("", "CSV")));
            assertThat(job.path("JobStatus").asText()).isEqualTo("FAILED");
            assertThat(job.at("/FailureInfo/ErrorMessage").asText())
                    .startsWith(
                            "The export could not be written to s3://entrepot-ses-111122223333-us-east-1/export-jobs/");
            assertThat(job.path("ExportDestination").has("S3Url")).isFalse();
        }
    }
}
