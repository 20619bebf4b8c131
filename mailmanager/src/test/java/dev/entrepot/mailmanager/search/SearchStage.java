package dev.entrepot.mailmanager.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.Delivery.Envelope;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An archive of a stage, and searches of it. */
final class SearchStage implements AutoCloseable {
    final Stage stage;
    final String archive;

    SearchStage(TestDatabase test) {
        this(test, MailManagerLimits.SELF_HOSTED, database -> database);
    }

    SearchStage(TestDatabase test, MailManagerLimits limits, UnaryOperator<Database> seen) {
        stage = new Stage(test, limits, seen);
        archive = stage.createArchive("mine");
    }

    /** Mail with these headers and no known delivery, received now. */
    MessageId deliver(String headers) {
        return deliver(headers + "\r\n\r\nbody", stage.clock.instant(), Delivery.UNKNOWN);
    }

    MessageId deliver(String mail, Instant received, Delivery delivery) {
        var content = Content.of(mail.getBytes(StandardCharsets.UTF_8));
        return stage.mailManager
                .arrivals()
                .deliver(archive, new Arrival(content, received, delivery, false))
                .id();
    }

    static Delivery envelope(String from, String... to) {
        return new Delivery(Optional.of(new Envelope(Optional.empty(), Optional.of(from), List.of(to))), Map.of());
    }

    /** A request to start a search of the last and the next day. */
    String request(String rest) {
        return request(
                stage.clock.instant().minus(Duration.ofDays(1)),
                stage.clock.instant().plus(Duration.ofDays(1)),
                rest);
    }

    /** @param rest more members; none but commas stand between them */
    String request(Instant from, Instant to, String rest) {
        return "{'ArchiveId':'%s','FromTimestamp':%s,'ToTimestamp':%s,%s}"
                .formatted(archive, from.toEpochMilli() / 1e3, to.toEpochMilli() / 1e3, rest);
    }

    Answer start(String request) {
        return stage.call("StartArchiveSearch", request);
    }

    /** @return the search's id */
    String started(String request) {
        Answer answer = start(request);
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return answer.text("SearchId");
    }

    Answer call(String operation, String search) {
        return stage.call(operation, "{'SearchId':'%s'}".formatted(search));
    }

    JsonNode status(String search) {
        return call("GetArchiveSearch", search).body().path("Status");
    }

    /** How it has ended, once it has. */
    String ended(String search) {
        Eventually.await(() -> Set.of("COMPLETED", "FAILED", "CANCELLED")
                .contains(status(search).path("State").asText()));
        return status(search).path("State").asText();
    }

    /** The messages that a search finds, in its order. */
    List<String> find(String request) {
        String search = started(request);
        if (!ended(search).equals("COMPLETED")) {
            throw new AssertionError(status(search));
        }
        return results(search);
    }

    List<String> results(String search) {
        Answer answer = call("GetArchiveSearchResults", search);
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        List<String> ids = new ArrayList<>();
        answer.body()
                .path("Rows")
                .forEach(row -> ids.add(row.path("ArchivedMessageId").asText()));
        return ids;
    }

    /** With one include condition on a text. */
    static String include(String attribute, String... values) {
        return "'Include':[" + contains(attribute, values) + "]";
    }

    static String contains(String attribute, String... values) {
        return "{'StringExpression':{'Evaluate':{'Attribute':'%s'},'Operator':'CONTAINS','Values':['%s']}}"
                .formatted(attribute, String.join("','", values));
    }

    static String filters(String filters) {
        return "'MaxResults':10,'Filters':{" + filters + "}";
    }

    @Override
    public void close() {
        stage.close();
    }
}
