package dev.entrepot.mailmanager.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.ingest.Loaded;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.upkeep.PackMerge;
import dev.entrepot.mailmanager.upkeep.Sweep;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a court wants to see must be there, whatever retention says and whoever deletes: the numbers are those of the dossier's section 6. */
class HoldsTest {
    // [54]
    @OnEveryDatabase
    void aHeldMessageOutlivesItsRetentionUntilItIsReleased(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            Stage stage = custody.stage;
            MessageId free = custody.deliver("free");
            MessageId held = custody.deliver("held");
            JsonNode hold = custody.place(",'messageIds':['" + held + "','" + held + "']");
            assertThat(hold.path("messages").asLong()).isEqualTo(1);
            stage.clock.advance(Duration.ofDays(120));
            MessageId young = custody.deliver("young");

            assertThat(custody.isThere(free)).isFalse();
            assertThat(stage.call("GetArchiveMessage", "{'ArchivedMessageId':'" + held + "'}")
                            .status())
                    .isEqualTo(200);
            stage.upkeep(Sweep.class);
            assertThat(rows(stage)).isEqualTo(2);
            assertThat(stage.objects()).isEqualTo(2);
            assertThat(stage.bytes(held)).asString().isEqualTo("held");

            custody.release(hold);
            assertThat(custody.isThere(held)).isFalse();
            stage.upkeep(Sweep.class);
            assertThat(rows(stage)).isEqualTo(1);
            assertThat(stage.objects()).isEqualTo(1);
            assertThat(custody.isThere(young)).isTrue();
        }
    }

    // What is loaded later may be of the time that is asked about.
    @OnEveryDatabase
    void aHoldOnATimeIsOnWhatWillBeReceivedInItToo(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            Stage stage = custody.stage;
            Instant start = stage.clock.instant();
            Instant end = start.plus(Duration.ofDays(10));
            custody.deliver(custody.archive, "before", start.minusMillis(1));
            MessageId first = custody.deliver(custody.archive, "first", start);
            JsonNode hold = custody.place(
                    ",'receivedFrom':%s,'receivedTo':%s".formatted(start.getEpochSecond(), end.getEpochSecond()));
            assertThat(hold.path("messages").asLong()).isEqualTo(1);
            MessageId last = custody.deliver(custody.archive, "last", end);
            custody.deliver(custody.archive, "after", end.plusMillis(1));
            stage.clock.advance(Duration.ofDays(200));
            MessageId late = custody.deliver(custody.archive, "late", start.plusSeconds(1));
            stage.upkeep(Sweep.class);

            assertThat(List.of(first, last, late)).allMatch(custody::isThere);
            assertThat(rows(stage)).isEqualTo(3);
            assertThat(custody.ok("GET", "/holds", "")
                            .path("holds")
                            .path(0)
                            .path("messages")
                            .asLong())
                    .isEqualTo(3);
        }
    }

    // Mail this old is not archived otherwise: it would be deleted at once.
    @OnEveryDatabase
    void mailIsLoadedIntoATimeThatIsHeldHoweverLongAgoThatIs(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            Instant start = Instant.parse("2010-05-06T07:08:09Z");
            JsonNode hold = custody.place(",'receivedFrom':%1$s,'receivedTo':%1$s".formatted(start.getEpochSecond()));
            assertThat(custody.load(start.minusMillis(1), start, start.plusMillis(1)))
                    .isEqualTo(new Loaded(1, 0, 2));
            custody.stage.upkeep(Sweep.class);
            assertThat(rows(custody.stage)).isEqualTo(1);
            custody.release(hold);
            assertThat(custody.load(start.minusMillis(1))).isEqualTo(new Loaded(0, 0, 1));
        }
    }

    // [54] A case is about somebody's mail, and a search for it must find what only the hold still keeps.
    @OnEveryDatabase
    void whatFiltersChooseIsHeldAndStaysInSearches(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            Stage stage = custody.stage;
            Instant start = stage.clock.instant();
            MessageId eve = custody.deliver("From: Eve <eve@x.com>\r\n\r\n");
            custody.deliver("From: bob@x.com\r\n\r\n");
            custody.deliver(custody.archive, "From: eve@x.com\r\n\r\nearlier", start.minusMillis(1));
            String filters = "'Include':[{'StringExpression':{'Evaluate':{'Attribute':'FROM'},"
                    + "'Operator':'CONTAINS','Values':['EVE@']}}]";
            JsonNode hold =
                    custody.place(",'filters':{%s},'receivedFrom':%s".formatted(filters, start.toEpochMilli() / 1e3));
            assertThat(hold.path("messages").asLong()).isEqualTo(1);
            custody.deliver("From: eve@x.com\r\n\r\nlater");
            stage.clock.advance(Duration.ofDays(120));
            assertThat(custody.search(start.minusSeconds(1))).containsExactly(eve.toString());
            stage.upkeep(Sweep.class);
            assertThat(rows(stage)).isEqualTo(1);
            assertThat(custody.search(start.minusSeconds(1))).containsExactly(eve.toString());

            JsonNode listed = custody.ok("GET", "/holds", "").path("holds").path(0);
            assertThat(listed.path("scope").asText()).isEqualTo("FILTERS");
            assertThat(listed.path("messages").asLong()).isEqualTo(1);
            assertThat(listed.path("filters").asText()).startsWith("{" + filters.replace('\'', '"'));
            assertThat(listed.has("receivedFrom")).isTrue();
            assertThat(listed.has("receivedTo")).isFalse();
            custody.release(hold);
            assertThat(custody.search(start.minusSeconds(1))).isEmpty();
        }
    }

    // [54]
    @OnEveryDatabase
    void anArchiveWithAnythingHeldIsNotDeleted(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            MessageId message = custody.deliver("x");
            String delete = "{'ArchiveId':'" + custody.archive + "'}";
            JsonNode whole = custody.place("");
            JsonNode one = custody.place(",'messageIds':['" + message + "']");
            assertThat(custody.stage.call("DeleteArchive", delete).error()).isEqualTo("ConflictException");
            custody.release(whole);
            assertThat(custody.stage.call("DeleteArchive", delete).error()).isEqualTo("ConflictException");
            assertThat(custody.stage.call("GetArchive", delete).text("ArchiveState"))
                    .isEqualTo("ACTIVE");
            custody.release(one);
            assertThat(custody.stage.call("DeleteArchive", delete).status()).isEqualTo(200);
        }
    }

    @OnEveryDatabase
    void aWholeArchiveKeepsWhatItHasAndWhatComes(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            MessageId before = custody.deliver("before");
            custody.place("");
            MessageId after = custody.deliver("after");
            custody.stage.clock.advance(Duration.ofDays(4000));
            custody.stage.upkeep(Sweep.class);
            assertThat(custody.isThere(before)).isTrue();
            assertThat(custody.isThere(after)).isTrue();
        }
    }

    // Whoever deletes an archive may be the very one it is evidence against.
    @OnEveryDatabase
    void aHoldOnADeletedArchiveStopsItsThirtyDays(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            Stage stage = custody.stage;
            stage.call(
                    "UpdateArchive",
                    "{'ArchiveId':'%s','Retention':{'RetentionPeriod':'PERMANENT'}}".formatted(custody.archive));
            custody.deliver("x");
            String archive = "{'ArchiveId':'" + custody.archive + "'}";
            stage.call("DeleteArchive", archive);
            stage.clock.advance(Duration.ofDays(29));
            JsonNode hold = custody.place("");
            stage.clock.advance(Duration.ofDays(400));
            stage.upkeep(Sweep.class);
            assertThat(stage.call("GetArchive", archive).text("ArchiveState")).isEqualTo("PENDING_DELETION");
            assertThat(rows(stage)).isEqualTo(1);

            custody.release(hold);
            stage.clock.advance(Duration.ofDays(29));
            stage.upkeep(Sweep.class);
            assertThat(rows(stage)).isEqualTo(1);
            stage.clock.advance(Duration.ofDays(1));
            stage.upkeep(Sweep.class);
            assertThat(rows(stage)).isZero();
            assertThat(stage.objects()).isZero();
            assertThat(stage.database.<Integer>read(handle -> handle.createQuery("SELECT count(*) FROM mail_hold")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        }
    }

    // Held messages among expired ones leave packs mostly dead; those are written anew around them.
    @OnEveryDatabase
    void aHeldMessageIsWholeInAPackThatIsWrittenAnew(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            Stage stage = custody.stage;
            var delivered = new ArrayList<MessageId>();
            for (int i = 0; i < 20; i++) {
                delivered.add(custody.deliver("message " + i));
            }
            stage.upkeep(PackMerge.class);
            assertThat(stage.packs()).isEqualTo(1);
            custody.place(",'messageIds':['" + delivered.get(7) + "']");
            stage.clock.advance(Duration.ofDays(120));
            stage.upkeep(Sweep.class);
            stage.upkeep(PackMerge.class);
            assertThat(stage.database.<Long>read(handle -> handle.createQuery("SELECT written FROM mail_pack")
                            .mapTo(Long.class)
                            .one()))
                    .isEqualTo("message 7".length());
            assertThat(stage.bytes(delivered.get(7))).asString().isEqualTo("message 7");
        }
    }

    // A hold on half of what was listed would be taken for one on all.
    @OnEveryDatabase
    void whatCannotBeHeldIsRefusedAndNothingIsPlaced(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            MessageId mine = custody.deliver("mine");
            MessageId others =
                    custody.deliver(custody.stage.createArchive("other"), "other", custody.stage.clock.instant());
            for (String bad : List.of(
                    ",'messageIds':['" + mine + "','" + others + "']",
                    ",'messageIds':['" + mine + "','nonsense']",
                    ",'messageIds':[]",
                    ",'messageIds':['" + mine + "'],'receivedFrom':1",
                    ",'messageIds':['" + mine + "'],'filters':{}",
                    ",'filters':{'Include':[{}]}",
                    ",'receivedFrom':2,'receivedTo':1",
                    ",'reason':''")) {
                var answer = custody.send("POST", "/holds", "{'reason':'Case 7'" + bad + "}");
                assertThat(answer.status()).as(bad).isEqualTo(400);
            }
            assertThat(custody.send("POST", "/holds", "{}").status()).isEqualTo(400);
            assertThat(custody.ok("GET", "/holds", "").path("holds")).isEmpty();

            custody.stage.callAs(new Owner("444455556666", "us-east-1"));
            assertThat(custody.send("POST", "/holds", "{'reason':'Case 7'}").status())
                    .isEqualTo(404);
            assertThat(custody.send("GET", "/holds", "").status()).isEqualTo(404);
        }
    }

    @OnEveryDatabase
    void holdsAreListedWithWhoAndWhenAndReleasedOnesToo(TestDatabase test) {
        try (var custody = new CustodyStage(new Stage(test))) {
            MessageId message = custody.deliver("x");
            JsonNode first = custody.place(",'messageIds':['" + message + "']");
            custody.stage.clock.advance(Duration.ofMinutes(1));
            JsonNode second = custody.place(",'receivedTo':1700000000");
            custody.stage.clock.advance(Duration.ofMinutes(1));
            custody.release(first);
            custody.stage.clock.advance(Duration.ofMinutes(1));
            custody.release(first);

            JsonNode page = custody.ok("GET", "/holds?pageSize=1", "");
            JsonNode hold = page.path("holds").path(0);
            assertThat(hold.path("holdId")).isEqualTo(first.path("holdId"));
            assertThat(hold.path("reason").asText()).isEqualTo("Case 7");
            assertThat(hold.path("placedBy").asText()).isEqualTo("AKIATEST");
            assertThat(hold.path("releasedBy").asText()).isEqualTo("AKIATEST");
            assertThat(hold.path("messages").asLong()).isEqualTo(1);
            assertThat(hold.path("releasedTimestamp").asDouble()
                            - hold.path("placedTimestamp").asDouble())
                    .isEqualTo(120);
            JsonNode rest = custody.ok(
                    "GET", "/holds?nextToken=" + page.path("nextToken").asText(), "");
            assertThat(rest.path("holds")).hasSize(1);
            assertThat(rest.path("holds").path(0).path("holdId")).isEqualTo(second.path("holdId"));
            assertThat(rest.path("holds").path(0).path("receivedTo").asLong()).isEqualTo(1700000000);
            assertThat(rest.path("holds").path(0).has("receivedFrom")).isFalse();
            assertThat(rest.path("holds").path(0).has("releasedBy")).isFalse();
            custody.place("");
            assertThat(custody.ok("GET", "/holds", "").path("holds"))
                    .extracting(each -> each.path("scope").asText())
                    .containsExactly("MESSAGES", "RECEIVED", "ARCHIVE");
            assertThat(custody.send("PUT", "/holds/hold-unknown/release", "").status())
                    .isEqualTo(404);
        }
    }

    private static int rows(Stage stage) {
        return stage.database.read(handle -> handle.createQuery("SELECT count(*) FROM mail_message")
                .mapTo(Integer.class)
                .one());
    }
}
