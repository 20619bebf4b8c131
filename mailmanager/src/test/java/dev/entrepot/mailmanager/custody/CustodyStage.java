package dev.entrepot.mailmanager.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.ingest.Loaded;
import dev.entrepot.mailmanager.ingest.LoadedMessage;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.storage.Eventually;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An archive that keeps mail for three months, and its custody. */
final class CustodyStage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Stage stage;
    final String archive;

    CustodyStage(Stage stage) {
        this.stage = stage;
        this.archive = stage.call(
                        "CreateArchive", "{'ArchiveName':'mine','Retention':{'RetentionPeriod':'THREE_MONTHS'}}")
                .text("ArchiveId");
    }

    MessageId deliver(String text) {
        return deliver(archive, text, stage.clock.instant());
    }

    MessageId deliver(String archiveId, String text, Instant received) {
        var content = Content.of(text.getBytes(StandardCharsets.UTF_8));
        return stage.mailManager
                .arrivals()
                .deliver(archiveId, new Arrival(content, received, Delivery.UNKNOWN, false))
                .id();
    }

    /** Loads a message for each time, out of a mailbox that tells it. */
    Loaded load(Instant... received) {
        return stage.mailManager
                .arrivals()
                .load(
                        archive,
                        Stream.of(received)
                                .map(time -> new LoadedMessage(
                                        Content.of(("received " + time).getBytes(StandardCharsets.UTF_8)),
                                        Optional.of(time),
                                        Optional.empty()))
                                .toList());
    }

    boolean isThere(MessageId id) {
        return stage.mailManager.messages().find(id).isPresent();
    }

    /** @param members of the request beside the reason, in JSON with single quotes */
    JsonNode place(String members) {
        return ok("POST", "/holds", "{'reason':'Case 7'" + members + "}");
    }

    void release(JsonNode hold) {
        ok("PUT", "/holds/" + hold.path("holdId").asText() + "/release", "");
    }

    /** What a search of all that was received since then finds, newest first. */
    List<String> search(Instant since) {
        String search = stage.call(
                        "StartArchiveSearch",
                        "{'ArchiveId':'%s','FromTimestamp':%s,'ToTimestamp':%s,'MaxResults':10}"
                                .formatted(
                                        archive,
                                        since.getEpochSecond(),
                                        stage.clock.instant().getEpochSecond() + 1))
                .text("SearchId");
        var id = "{'SearchId':'" + search + "'}";
        Eventually.await(() -> stage.call("GetArchiveSearchResults", id).status() == 200);
        List<String> found = new ArrayList<>();
        stage.call("GetArchiveSearchResults", id)
                .body()
                .path("Rows")
                .forEach(row -> found.add(row.path("ArchivedMessageId").asText()));
        return found;
    }

    JsonNode ok(String method, String path, String body) {
        HttpResponse answer = send(method, path, body);
        assertThat(answer.status())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return json(answer);
    }

    /** @param path below the archive's, with its query */
    HttpResponse send(String method, String path, String body) {
        int query = path.indexOf('?');
        return stage.send(new HttpRequest(
                method,
                "/_entrepot/mail/custody/archives/" + archive + (query < 0 ? path : path.substring(0, query)),
                query < 0 ? "" : path.substring(query + 1),
                Headers.of("Host", "mail.example", "Content-Type", "application/json"),
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    static JsonNode json(HttpResponse answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stage.close();
    }
}
