package dev.entrepot.sesv2.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.sesv2.event.Records.Message;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Exports are only as true as what was taken in: all of it, once, and only for its own account. */
class EventIntakeTest {
    private static final Message FIRST = Message.to("m1", "a@gmail.com");
    private static final Message SECOND = Message.to("m2", "b@yahoo.com");

    private static List<EmailInsights> all(Stage stage, long batch) {
        return stage.database.read(
                handle -> EventStore.scan(handle, Stage.OWNER, Records.SENT, Records.SENT, batch, insights -> {
                    var list = new ArrayList<EmailInsights>();
                    insights.forEachRemaining(list::add);
                    return list;
                }));
    }

    private static long lastBatch(Stage stage) {
        return stage.database.read(handle -> EventStore.lastBatch(handle, Stage.OWNER));
    }

    @OnEveryDatabase
    void recordsAreAcceptedOnceAndWhatIsNoneIsToldByItsLine(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String records =
                    FIRST.send() + FIRST.delivery() + "nonsense\n" + FIRST.delivery() + "{\"eventType\":\"Open\"}\n";
            assertThat(stage.putEvents(records).toString()).isEqualTo("""
                    {"accepted":2,"duplicate":1,"rejected":2,"rejects":[\
                    {"line":3,"reason":"The line does not begin a JSON object."},\
                    {"line":5,"reason":"It has no mail.messageId."}]}""");
            assertThat(stage.putEvents("[" + SECOND.send() + "," + SECOND.send().replace("m2", "m3") + "]")
                            .path("accepted")
                            .asInt())
                    .isEqualTo(2);
            assertThat(all(stage, lastBatch(stage)))
                    .extracting(each -> each.mail().messageId())
                    .containsExactly("m3", "m2", "m1");
        }
    }

    @OnEveryDatabase
    void loadingAgainInAnotherOrderChangesNothing(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var records = new ArrayList<>(List.of(
                    FIRST.send(),
                    FIRST.delivery(),
                    FIRST.open(1),
                    FIRST.open(2),
                    FIRST.click(3),
                    SECOND.send(),
                    SECOND.bounce("Transient", "MailboxFull"),
                    SECOND.complaint()));
            stage.putEvents(String.join("", records));
            List<EmailInsights> before = all(stage, lastBatch(stage));
            Collections.shuffle(records, new Random(3));
            JsonNode again = stage.putEvents(String.join("", records));
            assertThat(again.path("accepted").asInt()).isZero();
            assertThat(again.path("duplicate").asInt()).isEqualTo(8);
            assertThat(all(stage, lastBatch(stage))).isEqualTo(before).hasSize(2);
        }
    }

    // An export must see the same events however often it starts anew.
    @OnEveryDatabase
    void whatCameUpToABatchStaysAsItWas(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.putEvents(FIRST.send());
            long batch = lastBatch(stage);
            List<EmailInsights> then = all(stage, batch);
            stage.putEvents(FIRST.click(1) + SECOND.send());
            assertThat(all(stage, batch)).isEqualTo(then);
            assertThat(all(stage, lastBatch(stage))).hasSize(2).doesNotContainAnyElementsOf(then);
        }
    }

    @OnEveryDatabase
    void eventsAreTheirAccountsAlone(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.callAs(new Owner("444455556666", "us-east-1"));
            stage.putEvents(FIRST.send());
            assertThat(all(stage, Long.MAX_VALUE)).isEmpty();
        }
    }

    // By default events are kept for ever; whoever wants less must get rid of all that is older.
    @OnEveryDatabase
    void eventsOfMailSentTooLongAgoAreRemoved(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.putEvents(FIRST.send()
                    + FIRST.open(1)
                    + SECOND.send().replace("2026-01-01T00:00:00Z", "2025-12-31T23:59:59Z"));
            stage.clock.advance(Duration.ofDays(3));
            new EventRetention(stage.database, stage.clock, Duration.ofDays(3)).run(() -> false);
            assertThat(events(stage)).isEqualTo(2);
            new EventRetention(stage.database, stage.clock, Duration.ofDays(2)).run(() -> false);
            assertThat(events(stage)).isZero();
        }
    }

    private static int events(Stage stage) {
        return stage.database.read(handle -> handle.createQuery("SELECT count(*) FROM sesv2_event")
                .mapTo(int.class)
                .one());
    }

    // A moment beyond what a database can hold must not take the records beside it with it.
    @OnEveryDatabase
    void aMomentFromAnotherWorldIsRefusedAlone(TestDatabase test) {
        try (var stage = new Stage(test)) {
            JsonNode answer = stage.putEvents(SECOND.send().replace("2026-01-01T", "+300000000-01-01T") + FIRST.send());
            assertThat(answer.path("accepted").asInt()).isEqualTo(1);
            assertThat(answer.path("rejected").asInt()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void aMessageThatWasNeverSentIsNotAmongThem(TestDatabase test) {
        try (var stage = new Stage(test)) {
            stage.putEvents(FIRST.record("Reject", "\"reject\":{\"reason\":\"Bad content\"}") + SECOND.open(1));
            assertThat(all(stage, lastBatch(stage)))
                    .extracting(EmailInsights::recipient)
                    .containsExactly("b@yahoo.com");
        }
    }
}
