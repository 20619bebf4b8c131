package dev.entrepot.mailmanager.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.mailmanager.FailingWrites;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.upkeep.Sweep;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/** Whoever reads other people's mail leaves a trace that nobody can take back. */
class AuditTest {
    @OnEveryDatabase
    void whatIsDoneWithAnArchiveIsWrittenDownInItsOrder(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            Stage stage = custody.stage;
            MessageId message = custody.deliver("Subject: x\r\n\r\nbody");
            String id = "{'ArchivedMessageId':'" + message + "'}";
            URI link = URI.create(stage.call("GetArchiveMessage", id).text("MessageDownloadLink"));
            stage.call("GetArchiveMessageContent", id);
            assertThat(follow(stage, link)).isEqualTo(200);
            String update = "{'ArchiveId':'%s','Retention':{'RetentionPeriod':'ONE_YEAR'}}".formatted(custody.archive);
            stage.call("UpdateArchive", update);
            JsonNode hold = custody.place(",'messageIds':['" + message + "']");
            custody.release(hold);
            stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(custody.archive));

            // What does nothing leaves no trace: no change, no such message, a link that has expired, a second
            // deletion.
            stage.call("UpdateArchive", update);
            stage.call("GetArchiveMessage", id);
            stage.clock.advance(Duration.ofHours(1));
            assertThat(follow(stage, link)).isEqualTo(403);
            stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(custody.archive));

            List<JsonNode> entries = entries(custody);
            String read = "{\"ArchivedMessageId\":\"" + message + "\"}";
            String held = "{\"HoldId\":" + hold.path("holdId");
            assertThat(entries)
                    .extracting(entry -> entry.path("number").asLong() + " "
                            + entry.path("action").asText() + " " + entry.path("details")
                            + entry.path("items"))
                    .containsExactly(
                            "1 GetArchiveMessage " + read,
                            "2 GetArchiveMessageContent " + read,
                            "3 DownloadMessage " + read + "1",
                            "4 UpdateArchive {\"EarlierRetention\":\"THREE_MONTHS\",\"Retention\":\"ONE_YEAR\"}",
                            "5 PlaceHold " + held + ",\"Reason\":\"Case 7\"}1",
                            "6 ReleaseHold " + held + "}1",
                            "7 DeleteArchive {}");
            assertThat(entries)
                    .allMatch(entry -> entry.path("accessKeyId").asText().equals("AKIATEST"));
            assertThat(entries.getFirst().path("timestamp").asDouble())
                    .isEqualTo(stage.clock.instant().minus(Duration.ofHours(1)).toEpochMilli() / 1000.0);
        }
    }

    @OnEveryDatabase
    void searchesAreWrittenDownWithWhatWasAskedAndWhatWasSeen(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            Stage stage = custody.stage;
            custody.deliver("x");
            Instant now = stage.clock.instant();
            String filters = "{'Include':[{'StringExpression':{'Evaluate':{'Attribute':'FROM'},"
                    + "'Operator':'CONTAINS','Values':['a']}}],'Unless':[]}";
            String search = stage.call(
                            "StartArchiveSearch",
                            "{'ArchiveId':'%s','FromTimestamp':0,'ToTimestamp':1,'MaxResults':3,'Filters':%s}"
                                    .formatted(custody.archive, filters))
                    .text("SearchId");
            Eventually.await(() -> stage.call("GetArchiveSearchResults", "{'SearchId':'" + search + "'}")
                            .status()
                    == 200);
            assertThat(custody.search(now.minusSeconds(1))).hasSize(1);

            List<JsonNode> entries = entries(custody);
            JsonNode asked = entries.get(0).path("details");
            assertThat(entries.get(0).path("action").asText()).isEqualTo("StartArchiveSearch");
            assertThat(asked.path("Filters").asText()).isEqualTo(filters.replace('\'', '"'));
            assertThat(asked.path("FromTimestamp").asText()).isEqualTo("1970-01-01T00:00:00Z");
            assertThat(asked.path("ToTimestamp").asText()).isEqualTo("1970-01-01T00:00:01Z");
            assertThat(asked.path("SearchId").asText()).isEqualTo(search);
            assertThat(entries.get(1).path("action").asText()).isEqualTo("GetArchiveSearchResults");
            assertThat(entries.get(1).path("details").path("SearchId").asText()).isEqualTo(search);
            assertThat(entries.get(1).path("items").asLong()).isZero();
            assertThat(entries.get(2).path("details").has("Filters")).isFalse();
            assertThat(entries.getLast().path("items").asLong()).isEqualTo(1);
        }
    }

    // An export is known by how much it gave away, which is not known before its end.
    @OnEveryDatabase
    void exportsAreWrittenDownWithTheirDestinationAndTheirEnd(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            Stage stage = custody.stage;
            custody.deliver("x");
            stage.buckets.createBucket(Requester.of(Stage.OWNER), "exports");
            String export = stage.call(
                            "StartArchiveExport",
                            "{'ArchiveId':'%s','FromTimestamp':0,'ToTimestamp':%d,".formatted(custody.archive, 1L << 32)
                                    + "'ExportDestinationConfiguration':{'S3':{'S3Location':'s3://exports/p/'}}}")
                    .text("ExportId");
            Eventually.await(() -> stage.call("GetArchiveExport", "{'ExportId':'" + export + "'}")
                    .body()
                    .path("Status")
                    .path("State")
                    .asText()
                    .equals("COMPLETED"));

            List<JsonNode> entries = entries(custody);
            assertThat(entries)
                    .extracting(entry -> entry.path("action").asText())
                    .containsExactly("StartArchiveExport", "ArchiveExportEnded");
            JsonNode asked = entries.get(0).path("details");
            assertThat(asked.path("S3Location").asText()).isEqualTo("s3://exports/p/");
            assertThat(asked.path("ExportId").asText()).isEqualTo(export);
            assertThat(asked.path("FromTimestamp").asText()).isEqualTo("1970-01-01T00:00:00Z");
            JsonNode end = entries.get(1);
            assertThat(end.path("details").toString())
                    .isEqualTo("{\"ExportId\":\"" + export + "\",\"State\":\"COMPLETED\"}");
            assertThat(end.path("items").asLong()).isEqualTo(1);
            assertThat(end.path("accessKeyId").asText()).isEqualTo("AKIATEST");
        }
    }

    @OnEveryDatabase
    void theLogComesInPagesAndOutlivesTheArchive(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            Stage stage = custody.stage;
            MessageId message = custody.deliver("x");
            for (int i = 0; i < 4; i++) {
                stage.call("GetArchiveMessage", "{'ArchivedMessageId':'" + message + "'}");
            }
            stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(custody.archive));
            stage.clock.advance(Duration.ofDays(31));
            stage.upkeep(Sweep.class);
            var numbers = new ArrayList<Long>();
            String token = "";
            do {
                JsonNode page = custody.ok(
                        "GET", "/audit-entries?pageSize=2" + (token.isEmpty() ? "" : "&nextToken=" + token), "");
                page.path("entries")
                        .forEach(entry -> numbers.add(entry.path("number").asLong()));
                token = page.path("nextToken").asText();
            } while (!token.isEmpty());
            assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L);

            stage.callAs(new Owner("444455556666", "us-east-1"));
            assertThat(entries(custody)).isEmpty();
        }
    }

    // A missing number would look like an entry that was taken out.
    @OnEveryDatabase
    void thoseWhoReadAtOnceLeaveNumbersWithoutGaps(TestDatabase test) throws Exception {
        try (var custody = new CustodyStage(new Stage(test));
                var readers = Executors.newFixedThreadPool(8)) {
            MessageId message = custody.deliver("x");
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 60; i++) {
                Callable<Integer> read = () -> custody.stage
                        .call("GetArchiveMessage", "{'ArchivedMessageId':'" + message + "'}")
                        .status();
                answers.add(readers.submit(read));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            assertThat(entries(custody))
                    .extracting(entry -> entry.path("number").asLong())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 60).boxed().toList());
        }
    }

    // What nobody could write down nobody gets to see.
    @OnEveryDatabase
    void aReadThatCannotBeWrittenDownFails(TestDatabase test) {
        var failing = new AtomicBoolean();
        try (var custody = new CustodyStage(
                new Stage(test, MailManagerLimits.SELF_HOSTED, real -> new FailingWrites(real, failing)))) {
            MessageId message = custody.deliver("secret");
            String id = "{'ArchivedMessageId':'" + message + "'}";
            URI link = URI.create(custody.stage.call("GetArchiveMessage", id).text("MessageDownloadLink"));
            failing.set(true);
            assertThat(custody.stage.call("GetArchiveMessage", id).status()).isEqualTo(500);
            assertThat(custody.stage.call("GetArchiveMessageContent", id).status())
                    .isEqualTo(500);
            assertThat(follow(custody.stage, link)).isEqualTo(500);
            failing.set(false);
            assertThat(entries(custody)).hasSize(1);
        }
    }

    private static int follow(Stage stage, URI link) {
        return stage.send(new HttpRequest(
                        "GET", link.getRawPath(), link.getRawQuery(), Headers.of("Host", "mail.example"), new byte[0]))
                .status();
    }

    private static List<JsonNode> entries(CustodyStage custody) {
        var entries = new ArrayList<JsonNode>();
        custody.ok("GET", "/audit-entries", "").path("entries").forEach(entries::add);
        return entries;
    }
}
