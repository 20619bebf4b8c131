package dev.entrepot.mailmanager.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.mailbox.FoundMessage;
import dev.entrepot.mailmanager.message.DeliveryFact;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Columns;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What a loader is told is on the disk; whatever it sends, and however often. */
class LoadMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant DELIVERED = Instant.parse("2010-05-06T07:08:09Z");
    private static final Instant MODIFIED = Instant.parse("2015-01-02T03:04:05Z");

    // [55] A load that was broken off is simply repeated.
    @OnEveryDatabase
    void aBatchIsArchivedOnceHoweverOftenItIsSent(TestDatabase test) throws Exception {
        try (var stage = new Stage(test)) {
            String archive = createArchive(stage, "mine");
            byte[] batch = batch("A: 1\n\nx", "A: 2\n\nx", "A: 1\n\nx", "");
            JsonNode first = answer(200, send(stage, archive, batch));
            assertThat(first.toString())
                    .isEqualTo(
                            "{\"archived\":2,\"duplicates\":1,\"expired\":0,\"refused\":[{\"index\":3,\"reason\":\"It is empty.\"}]}");
            JsonNode second = answer(200, send(stage, archive, batch("A: 3\n\nx", "A: 2\n\nx", "A: 1\n\nx")));
            assertThat(second.toString()).isEqualTo("{\"archived\":1,\"duplicates\":2,\"expired\":0,\"refused\":[]}");
            assertThat(all(stage).stream().map(row -> text(stage, row)))
                    .containsExactlyInAnyOrder("A: 1\n\nx", "A: 2\n\nx", "A: 3\n\nx");
        }
    }

    // [21] Searches and retention go by this time; the time of the load would make both worthless.
    @OnEveryDatabase
    void theTimeOfReceiptIsWhatTheMessageOrItsMailboxSays(TestDatabase test) throws Exception {
        try (var stage = new Stage(test)) {
            Instant now = stage.clock.instant();
            String received =
                    "Received: from a by b; Thu, 21 Nov 2002 09:59:15 +0100 (CET)\nReceived: x; 1 Jan 2001 00:00 GMT\n";
            String date = "Date: Fri, 1 Feb 02 10:20:30 EST\n";
            assertReceived(stage, received + date, "2002-11-21T08:59:15Z", "Received");
            assertReceived(stage, "Received: from a by b; nonsense\n" + date, DELIVERED.toString(), "Mailbox");
            assertReceived(stage, date, DELIVERED.toString(), "Mailbox");
            assertReceived(stage, date, Optional.empty(), Optional.of(MODIFIED), "2002-02-01T15:20:30Z", "Date");
            assertReceived(stage, "Date: 32 Foo\n", Optional.empty(), Optional.of(MODIFIED), "" + MODIFIED, "File");
            assertReceived(
                    stage,
                    "",
                    Optional.of(now.plus(Duration.ofDays(40))),
                    Optional.of(MODIFIED),
                    "" + MODIFIED,
                    "File");
            assertReceived(
                    stage,
                    "Date: Fri, 1 Feb 2999 10:20:30 GMT\n",
                    Optional.empty(),
                    Optional.empty(),
                    "" + now,
                    "Load");
        }
    }

    private static void assertReceived(Stage stage, String header, String instant, String source) throws Exception {
        assertReceived(stage, header, Optional.of(DELIVERED), Optional.of(MODIFIED), instant, source);
    }

    private static void assertReceived(
            Stage stage,
            String header,
            Optional<Instant> delivered,
            Optional<Instant> modified,
            String instant,
            String source)
            throws Exception {
        String archive = createArchive(stage, "archive-" + System.nanoTime());
        var batch = new MessageBatch();
        byte[] bytes = (header + "Subject: x\n\nbody").getBytes(StandardCharsets.US_ASCII);
        batch.add(new FoundMessage("here", bytes, delivered, modified));
        answer(200, send(stage, archive, batch.encode()));
        MessageRow row = all(stage).getLast();
        assertThat(row.id().received()).as(header).isEqualTo(Instant.parse(instant));
        assertThat(row.document().delivery().fact(DeliveryFact.RECEIVED_TIME_SOURCE))
                .contains(source);
    }

    // Told that it is archived its owner might delete the mailbox, while the sweep deletes the mail.
    @OnEveryDatabase
    void whatTheArchiveWouldDeleteAtOnceIsNotArchived(TestDatabase test) throws Exception {
        try (var stage = new Stage(test)) {
            String archive =
                    stage.call("CreateArchive", "{'ArchiveName':'six-months'}").text("ArchiveId");
            byte[] old = batch("A: 1\n\nx", "A: 2\n\nx", "A: 1\n\nx");
            assertThat(answer(200, send(stage, archive, old)).toString())
                    .isEqualTo("{\"archived\":0,\"duplicates\":0,\"expired\":3,\"refused\":[]}");
            assertThat(all(stage)).isEmpty();

            stage.call(
                    "UpdateArchive",
                    "{'ArchiveId':'%s','Retention':{'RetentionPeriod':'PERMANENT'}}".formatted(archive));
            assertThat(answer(200, send(stage, archive, old)).toString())
                    .isEqualTo("{\"archived\":2,\"duplicates\":1,\"expired\":0,\"refused\":[]}");
        }
    }

    @OnEveryDatabase
    void onlyTheOwnerLoadsAndOnlyIntoAnArchiveThatIsOpen(TestDatabase test) throws Exception {
        try (var stage = new Stage(test)) {
            String archive = createArchive(stage, "mine");
            stage.callAs(new Owner("999999999999", "us-east-1"));
            assertThat(answer(404, send(stage, archive, batch("x")))
                            .get("message")
                            .asText())
                    .isEqualTo("There is no archive " + archive + ".");
            stage.callAs(Stage.OWNER);
            assertThat(send(stage, "x", batch("x")).status()).isEqualTo(400);
            stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(archive));
            assertThat(send(stage, archive, batch("x")).status()).isEqualTo(409);
        }
    }

    // A batch that was damaged on its way must not be archived by halves.
    @OnEveryDatabase
    void brokenBatchesAreRefusedWhole(TestDatabase test) throws Exception {
        var random = new Random(3);
        try (var stage = new Stage(test)) {
            String archive = createArchive(stage, "mine");
            byte[] good = batch("A: 1\n\nx", "A: 2\n\nx");
            for (int length = 1; length < good.length; length++) {
                byte[] cut = Arrays.copyOf(good, length);
                boolean whole = length == 4 || length == 4 + 20 + 7; // of no message, and of the first
                if (!whole) {
                    answer(400, send(stage, archive, cut));
                }
            }
            assertThat(all(stage)).isEmpty();
            for (int round = 0; round < 200; round++) {
                byte[] bytes = good.clone();
                bytes[random.nextInt(8)] = (byte) random.nextInt(256);
                assertThat(send(stage, archive, bytes).status()).isIn(200, 400);
            }
        }
    }

    /** One that keeps old mail. */
    private static String createArchive(Stage stage, String name) {
        return stage.call(
                        "CreateArchive",
                        "{'ArchiveName':'%s','Retention':{'RetentionPeriod':'PERMANENT'}}".formatted(name))
                .text("ArchiveId");
    }

    private static byte[] batch(String... messages) {
        var batch = new MessageBatch();
        for (String message : messages) {
            batch.add(new FoundMessage(
                    "here", message.getBytes(StandardCharsets.US_ASCII), Optional.of(DELIVERED), Optional.empty()));
        }
        return batch.encode();
    }

    private static HttpResponse send(Stage stage, String archive, byte[] batch) {
        return stage.send(new HttpRequest(
                "PUT",
                "/_entrepot/mail/archives/" + archive + "/messages",
                "",
                Headers.of("Content-Type", "application/octet-stream"),
                batch));
    }

    private static JsonNode answer(int status, HttpResponse response) throws Exception {
        JsonNode answer = JSON.readTree(response.body());
        assertThat(response.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    /** In the order of their arrival. */
    private static List<MessageRow> all(Stage stage) {
        return stage
                .database
                .read(handle -> handle.createQuery("SELECT number, received_at FROM mail_message ORDER BY number")
                        .map((row, context) ->
                                new MessageId(Columns.instant(row.getLong("received_at")), row.getLong("number")))
                        .list())
                .stream()
                .map(id -> stage.mailManager.messages().find(id).orElseThrow().message())
                .toList();
    }

    private static String text(Stage stage, MessageRow row) {
        return new String(stage.bytes(row.id()), StandardCharsets.US_ASCII);
    }
}
