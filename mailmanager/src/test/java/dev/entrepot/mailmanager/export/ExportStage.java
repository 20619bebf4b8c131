package dev.entrepot.mailmanager.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** An archive of a stage, a bucket, and exports of the one to the other. */
final class ExportStage implements AutoCloseable {
    static final String BUCKET = "exports";

    final Stage stage;
    final String archive;

    ExportStage(TestDatabase test) {
        this(test, MailManagerLimits.SELF_HOSTED, buckets -> buckets);
    }

    ExportStage(TestDatabase test, ExportForm form) {
        this(new Stage(test, MailManagerLimits.SELF_HOSTED, database -> database, buckets -> buckets, form));
    }

    ExportStage(TestDatabase test, MailManagerLimits limits, UnaryOperator<ObjectStore> seen) {
        this(new Stage(test, limits, database -> database, seen, ExportForm.DEFAULT));
    }

    private ExportStage(Stage stage) {
        this.stage = stage;
        archive = stage.createArchive("mine");
        stage.buckets.createBucket(Requester.of(Stage.OWNER), BUCKET);
    }

    /** So many messages, a second apart, the oldest first. */
    List<MessageId> deliver(int count) {
        var batch = IntStream.range(0, count)
                .mapToObj(i -> new Arrival(
                        Content.of(mail(i)), stage.clock.instant().minusSeconds(count - i), Delivery.UNKNOWN, false))
                .toList();
        return new ArrayList<>(stage.mailManager.arrivals().archive(archive, batch).stream()
                .map(archived -> archived.id())
                .toList());
    }

    static byte[] mail(int number) {
        return ("Subject: number %d\r\nMessage-ID: <%d@x>\r\n\r\n\u00e4 %s"
                        .formatted(number, number, "x".repeat(number % 50)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    String request(String location, String rest) {
        return "{'ArchiveId':'%s','FromTimestamp':%d,'ToTimestamp':%d,'ExportDestinationConfiguration':{'S3':{'S3Location':'%s'}}%s}"
                .formatted(
                        archive,
                        stage.clock.instant().minus(Duration.ofDays(1)).getEpochSecond(),
                        stage.clock.instant().plus(Duration.ofDays(1)).getEpochSecond(),
                        location,
                        rest);
    }

    Answer start(String location, String rest) {
        return stage.call("StartArchiveExport", request(location, rest));
    }

    /** @return the export's id */
    String started(String location, String rest) {
        Answer answer = start(location, rest);
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return answer.text("ExportId");
    }

    Answer call(String operation, String export) {
        return stage.call(operation, "{'ExportId':'%s'}".formatted(export));
    }

    JsonNode status(String export) {
        return call("GetArchiveExport", export).body().path("Status");
    }

    String state(String export) {
        return status(export).path("State").asText();
    }

    /** How it has ended, once it has. */
    String ended(String export) {
        Eventually.await(() -> Set.of("COMPLETED", "FAILED", "CANCELLED").contains(state(export)));
        return state(export);
    }

    /** All objects of the bucket below a prefix, by the rest of their keys. */
    TreeMap<String, byte[]> objects(String prefix) {
        var objects = new TreeMap<String, byte[]>();
        var query = ObjectListing.Query.prefix(prefix);
        while (true) {
            ObjectListing page = stage.buckets.list(Requester.of(Stage.OWNER), BUCKET, query);
            page.objects().forEach(object -> objects.put(object.key().substring(prefix.length()), read(object.key())));
            if (page.next().isEmpty()) {
                return objects;
            }
            query = query.after(page.next().get());
        }
    }

    private byte[] read(String key) {
        try (var bytes = stage.buckets
                .get(Requester.of(Stage.OWNER), new ObjectLocation(BUCKET, key))
                .bytes()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> lines(byte[] listing) {
        return new String(listing, StandardCharsets.UTF_8)
                .lines()
                .map(ExportStage::json)
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stage.close();
    }
}
