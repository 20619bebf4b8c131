package dev.entrepot.mailmanager.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.mailmanager.FailingWrites;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.ingest.Archived;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.Messages;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Packs are merged and freed behind everyone's back; no message may be lost by it, and none may stay that should be gone. */
class UpkeepTest {
    // A mail server delivers one by one; reading such packs one by one would be slow for ever.
    @OnEveryDatabase
    void smallPacksBecomeOneAndEveryMessageStays(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String archive = stage.createArchive("mine");
            Map<MessageId, String> messages = deliver(stage, archive, 20);
            Messages.Found found = stage.mailManager
                    .messages()
                    .find(messages.keySet().iterator().next())
                    .orElseThrow();
            assertThat(stage.packs()).isEqualTo(20);

            stage.upkeep(PackMerge.class);

            assertThat(stage.packs()).isEqualTo(1);
            assertThat(stage.objects()).isEqualTo(1);
            assertStored(stage, messages);
            // Who looked a message up before reads it after.
            assertThat(stage.mailManager.messages().read(found, InputStream::readAllBytes))
                    .asString()
                    .isEqualTo("message 0");
            stage.upkeep(PackMerge.class);
            assertThat(stage.packs()).isEqualTo(1);
        }
    }

    // The process dies between the pack and its rows: nothing was acknowledged, and the pack is found.
    @OnEveryDatabase
    void aPackWithoutRowsIsDeletedADayLater(TestDatabase test) {
        var failing = new AtomicBoolean();
        try (var stage = new Stage(test, MailManagerLimits.SELF_HOSTED, real -> new FailingWrites(real, failing))) {
            String archive = stage.createArchive("mine");
            Map<MessageId, String> before = deliver(stage, archive, 3);
            failing.set(true);
            assertThatThrownBy(() -> deliver(stage, archive, 1)).isInstanceOf(FailingWrites.Failed.class);
            failing.set(false);
            assertThat(stage.objects()).isEqualTo(4);

            stage.upkeep(Sweep.class);
            assertThat(stage.objects()).isEqualTo(4); // its rows might still come
            stage.clock.advance(Duration.ofDays(1));
            stage.upkeep(Sweep.class);
            assertThat(stage.objects()).isEqualTo(3);
            assertStored(stage, before);
        }
    }

    // The process dies with the merged pack written and the rows not moved: everything is as before.
    @OnEveryDatabase
    void aMergeThatBreaksOffChangesNothing(TestDatabase test) {
        var failing = new AtomicBoolean();
        try (var stage = new Stage(test, MailManagerLimits.SELF_HOSTED, real -> new FailingWrites(real, failing))) {
            String archive = stage.createArchive("mine");
            Map<MessageId, String> messages = deliver(stage, archive, 10);
            failing.set(true);
            stage.upkeep(PackMerge.class);
            failing.set(false);
            assertThat(stage.packs()).isEqualTo(10);
            assertThat(stage.objects()).isEqualTo(11);
            assertStored(stage, messages);

            stage.upkeep(PackMerge.class);
            assertThat(stage.packs()).isEqualTo(1);
            assertStored(stage, messages);
        }
    }

    // [54]
    @OnEveryDatabase
    void expiredMessagesGoByThemselvesAndTheirPacksToo(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String archive = stage.call(
                            "CreateArchive", "{'ArchiveName':'mine','Retention':{'RetentionPeriod':'THREE_MONTHS'}}")
                    .text("ArchiveId");
            Map<MessageId, String> old = deliver(stage, archive, 5);
            stage.clock.advance(Duration.ofDays(60));
            Map<MessageId, String> young = deliver(stage, archive, 5);
            stage.letWorkRecur();
            stage.clock.advance(Duration.ofDays(60));

            assertThat(old.keySet())
                    .allMatch(id -> stage.mailManager.messages().find(id).isEmpty());
            Eventually.await(() -> stage.objects() == 5);
            assertStored(stage, young);
        }
    }

    // [10]
    @OnEveryDatabase
    void aDeletedArchiveLeavesNothingAfterThirtyDays(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String archive = stage.createArchive("mine");
            String other = stage.createArchive("other");
            deliver(stage, archive, 5);
            Map<MessageId, String> others = deliver(stage, other, 2);
            stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(archive));
            stage.clock.advance(Duration.ofDays(29));
            stage.upkeep(Sweep.class);
            assertThat(stage.objects()).isEqualTo(7);

            stage.letWorkRecur();
            stage.clock.advance(Duration.ofDays(1));
            Eventually.await(() -> stage.objects() == 2);
            assertThat(stage.packs()).isEqualTo(2);
            assertStored(stage, others);
        }
    }

    // Deletion takes single messages out of large packs; the room comes back all the same.
    @OnEveryDatabase
    void aPackThatIsMostlyDeadIsWrittenAnew(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String archive = stage.call(
                            "CreateArchive", "{'ArchiveName':'mine','Retention':{'RetentionPeriod':'THREE_MONTHS'}}")
                    .text("ArchiveId");
            Instant start = Instant.parse("2030-01-01T00:00:00Z");
            stage.clock.advance(Duration.between(stage.clock.instant(), start.plus(Duration.ofDays(90 + 20))));
            var batch = new ArrayList<Arrival>();
            for (int day = 0; day < 28; day++) {
                batch.add(arrival("day " + day + " ".repeat(1000), start.plus(Duration.ofDays(day))));
            }
            List<Archived> archived = stage.mailManager.arrivals().archive(archive, batch);
            assertThat(stage.packs()).isEqualTo(1);
            stage.upkeep(Sweep.class);
            stage.upkeep(PackMerge.class);

            assertThat(stage.packs()).isEqualTo(1);
            assertThat(stage.objects()).isEqualTo(1);
            assertThat(stage.database.<Long>read(handle -> handle.createQuery("SELECT written FROM mail_pack")
                            .mapTo(Long.class)
                            .one()))
                    .isLessThan(14 * 1010);
            assertThat(stage.bytes(archived.getLast().id())).asString().startsWith("day 27");
        }
    }

    private static Map<MessageId, String> deliver(Stage stage, String archive, int count) {
        Map<MessageId, String> delivered = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String text = "message " + i;
            Archived archived = stage.mailManager.arrivals().deliver(archive, arrival(text, stage.clock.instant()));
            delivered.put(archived.id(), text);
        }
        return delivered;
    }

    private static Arrival arrival(String text, Instant received) {
        return new Arrival(Content.of(text.getBytes(StandardCharsets.UTF_8)), received, Delivery.UNKNOWN, false);
    }

    private static void assertStored(Stage stage, Map<MessageId, String> messages) {
        messages.forEach((id, text) -> assertThat(stage.bytes(id)).asString().isEqualTo(text));
    }
}
