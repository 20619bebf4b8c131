package dev.entrepot.mailmanager.search;

import static dev.entrepot.mailmanager.search.SearchStage.contains;
import static dev.entrepot.mailmanager.search.SearchStage.filters;
import static dev.entrepot.mailmanager.search.SearchStage.include;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.jobs.JobHistory;
import dev.entrepot.mailmanager.GatedReads;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.upkeep.Sweep;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The life of searches: the numbers are those of the dossier's section 6. */
class SearchesTest {
    private static final String TEN = "'MaxResults':10";

    // [13]
    @OnEveryDatabase
    void aSearchOfAnEmptyArchiveCompletesWithAnEmptyList(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            String id = search.started(search.request("'MaxResults':5"));
            assertThat(search.ended(id)).isEqualTo("COMPLETED");
            assertThat(search.call("GetArchiveSearchResults", id)
                            .body()
                            .path("Rows")
                            .isArray())
                    .isTrue();
            assertThat(search.results(id)).isEmpty();
            JsonNode listed = list(search, "").body().path("Searches");
            assertThat(listed).hasSize(1);
            assertThat(listed.get(0).path("SearchId").asText()).isEqualTo(id);
            assertThat(listed.get(0).path("Status")).isEqualTo(search.status(id));
        }
    }

    // [14] [26] Clients poll the results on the text of the conflict.
    @OnEveryDatabase
    void whileASearchRunsItHasNoResultsAndMayBeStopped(TestDatabase test) {
        var gate = new CountDownLatch(1);
        try (var search = new SearchStage(test, MailManagerLimits.AWS, real -> new GatedReads(real, gate))) {
            String id = search.started(search.request(TEN));
            Answer early = search.call("GetArchiveSearchResults", id);
            assertThat(early.error()).isEqualTo("ConflictException");
            assertThat(early.text("Message")).contains("still in progress");
            assertThat(search.status(id).has("CompletionTimestamp")).isFalse();
            assertThat(search.start(search.request(TEN)).error()).isEqualTo("ServiceQuotaExceededException");

            assertThat(search.call("StopArchiveSearch", id).status()).isEqualTo(200);
            assertThat(search.status(id).path("State").asText()).isEqualTo("CANCELLED");
            assertThat(search.status(id).has("CompletionTimestamp")).isTrue();
            assertThat(search.call("StopArchiveSearch", id).status()).isEqualTo(200);
            Answer never = search.call("GetArchiveSearchResults", id);
            assertThat(never.error()).isEqualTo("ConflictException");
            assertThat(never.text("Message")).doesNotContain("in progress");
            assertThat(search.start(search.request(TEN)).status()).isEqualTo(200);
            gate.countDown();
        }
    }

    // [22]
    @OnEveryDatabase
    void theNewestAreKeptInTheirOrder(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            List<String> all = new ArrayList<>();
            Instant start = search.stage.clock.instant();
            for (int i = 0; i < 30; i++) {
                Instant received = start.minusSeconds(i * 7 % 10);
                all.add(search.deliver("Subject: x\r\n\r\n", received, Delivery.UNKNOWN)
                        .toString());
            }
            all.sort((one, other) -> other.compareTo(one));
            String id = search.started(search.request("'MaxResults':20"));
            assertThat(search.ended(id)).isEqualTo("COMPLETED");
            assertThat(search.results(id)).isEqualTo(all.subList(0, 20)).isEqualTo(search.results(id));
            assertThat(search.find(search.request("'MaxResults':0"))).isEmpty();
            assertThat(search.find(search.request("'MaxResults':1000"))).isEqualTo(all);
            for (String wrong : List.of("'MaxResults':1001", "'MaxResults':-1", "'Filters':{}")) {
                assertThat(search.start(search.request(wrong)).error())
                        .as(wrong)
                        .isEqualTo("ValidationException");
            }
        }
    }

    // [23]
    @OnEveryDatabase
    void whatTheContractForbidsIsRefused(TestDatabase test) {
        String condition = contains("TO", "x");
        List<String> wrong = List.of(
                "'Include':[" + (condition + ",").repeat(10) + condition + "]",
                include("TO", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"),
                include("TO", ""),
                include("TO", "x".repeat(2049)),
                include("TO", "x").replace("['x']", "[]"),
                "'Include':[{'StringExpression':{'Evaluate':{'Attribute':'TO'},'Operator':'CONTAINS','Values':['x']},"
                        + "'BooleanExpression':{'Evaluate':{'Attribute':'HAS_ATTACHMENTS'},'Operator':'IS_TRUE'}}]",
                "'Include':[{}]",
                include("TO", "x").replace("CONTAINS", "EQUALS"),
                include("BODY", "x"));
        try (var search = new SearchStage(test)) {
            for (String filters : wrong) {
                assertThat(search.start(search.request(filters(filters))).error())
                        .as(filters)
                        .isEqualTo("ValidationException");
            }
            assertThat(search.start(search.request(filters(include("TO", "x".repeat(2048), " "))))
                            .status())
                    .isEqualTo(200);
        }
    }

    // [24] [25] Not found is modelled for archives, and not for searches.
    @OnEveryDatabase
    void whatIsNotThereIsUnknown(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            String request = search.request(TEN);
            assertThat(search.start(request.replace(search.archive, "x-123")).error())
                    .isEqualTo("ValidationException");
            assertThat(search.start(request.replace(search.archive, "a-unknown"))
                            .error())
                    .isEqualTo("ResourceNotFoundException");
            String id = search.started(request);
            assertThat(search.ended(id)).isEqualTo("COMPLETED");
            search.stage.callAs(new Owner("444455556666", "us-east-1"));
            for (String unknown : List.of("nonsense", id)) {
                for (String operation : List.of("GetArchiveSearch", "GetArchiveSearchResults", "StopArchiveSearch")) {
                    assertThat(search.call(operation, unknown).error()).isEqualTo("ValidationException");
                }
            }
            assertThat(list(search, "").error()).isEqualTo("ResourceNotFoundException");
        }
    }

    // [27] A search sees the moment at which it was asked for, and keeps what it saw.
    @OnEveryDatabase
    void laterMailIsNeverSeenAndPurgedMailStaysListed(TestDatabase test) {
        var gate = new CountDownLatch(1);
        try (var search = new SearchStage(test, MailManagerLimits.SELF_HOSTED, real -> new GatedReads(real, gate))) {
            search.stage.call(
                    "UpdateArchive",
                    "{'ArchiveId':'%s','Retention':{'RetentionPeriod':'THREE_MONTHS'}}".formatted(search.archive));
            Instant soonOver = search.stage.clock.instant().minus(Duration.ofDays(80));
            MessageId early = search.deliver("Subject: found\r\n\r\n", soonOver, Delivery.UNKNOWN);
            String request = search.request(
                    soonOver, search.stage.clock.instant().plusSeconds(60), filters(include("SUBJECT", "found")));
            String id = search.started(request);
            search.deliver("Subject: found late\r\n\r\n", soonOver.plusSeconds(1), Delivery.UNKNOWN);
            gate.countDown();
            assertThat(search.ended(id)).isEqualTo("COMPLETED");
            assertThat(search.results(id)).containsExactly(early.toString());

            search.stage.clock.advance(Duration.ofDays(20));
            assertThat(search.find(request)).as("what has expired is not found").isEmpty();
            search.stage.upkeep(Sweep.class);
            assertThat(search.results(id)).containsExactly(early.toString());
            assertThat(search.stage
                            .call("GetArchiveMessage", "{'ArchivedMessageId':'%s'}".formatted(early))
                            .error())
                    .isEqualTo("ValidationException");
        }
    }

    // [28]
    @OnEveryDatabase
    void theTimeIsBoundedWhereAwsBoundsIt(TestDatabase test) {
        try (var search = new SearchStage(test, MailManagerLimits.AWS, real -> real)) {
            Instant now = search.stage.clock.instant();
            assertThat(search.start(search.request(now.minus(Duration.ofDays(31)), now, TEN))
                            .error())
                    .isEqualTo("ValidationException");
            assertThat(search.start(search.request(now.minus(Duration.ofDays(30)), now, TEN))
                            .status())
                    .isEqualTo(200);
        }
    }

    @OnEveryDatabase
    void elsewhereOneSearchIsAboutAllTimes(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            assertThat(search.find(search.request(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"), TEN)))
                    .isEmpty();
        }
    }

    // [9] Deletion ends what is under way and closes results; the history stays until the archive is gone.
    @OnEveryDatabase
    void theArchivesDeletionClosesItsSearches(TestDatabase test) {
        var gate = new CountDownLatch(1);
        try (var search = new SearchStage(test, MailManagerLimits.SELF_HOSTED, real -> new GatedReads(real, gate))) {
            String id = search.started(search.request(TEN));
            search.stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(search.archive));
            assertThat(search.status(id).path("State").asText()).isEqualTo("CANCELLED");
            gate.countDown();
            assertThat(search.start(search.request(TEN)).error()).isEqualTo("ConflictException");
            assertThat(search.call("GetArchiveSearchResults", id).error()).isEqualTo("ConflictException");
            assertThat(list(search, "").body().path("Searches")).hasSize(1);
            search.stage.clock.advance(Duration.ofDays(30));
            assertThat(search.call("GetArchiveSearch", id).error()).isEqualTo("ValidationException");
        }
    }

    // Results hold other people's addresses: they do not stay for ever.
    @OnEveryDatabase
    void aSearchIsForgottenAfterThirtyDays(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            search.deliver("Subject: x");
            String id = search.started(search.request(TEN));
            assertThat(search.ended(id)).isEqualTo("COMPLETED");
            search.stage.clock.advance(Duration.ofDays(30).minusSeconds(1));
            search.stage.upkeep(JobHistory.class);
            assertThat(search.results(id)).hasSize(1);
            search.stage.clock.advance(Duration.ofSeconds(1));
            assertThat(search.call("GetArchiveSearchResults", id).error()).isEqualTo("ValidationException");
            assertThat(list(search, "").body().path("Searches")).isEmpty();
            search.stage.upkeep(JobHistory.class);
            assertThat(rows(search, "mail_search_hit") + rows(search, "job")).isZero();
        }
    }

    @OnEveryDatabase
    void theHistoryIsListedInPagesNewestFirst(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            List<String> started = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                search.stage.clock.advance(Duration.ofSeconds(1));
                started.addFirst(search.started(search.request(TEN)));
            }
            List<String> listed = new ArrayList<>();
            String token = "";
            do {
                Answer page = list(search, ",'PageSize':2" + token);
                page.body()
                        .path("Searches")
                        .forEach(each -> listed.add(each.path("SearchId").asText()));
                token = page.body().has("NextToken") ? ",'NextToken':'" + page.text("NextToken") + "'" : "";
            } while (!token.isEmpty());
            assertThat(listed).isEqualTo(started);
            assertThat(list(search, ",'NextToken':'garbage'").error()).isEqualTo("ValidationException");
            assertThat(list(search, ",'PageSize':51").error()).isEqualTo("ValidationException");
        }
    }

    // The reply says what was asked for, and leaves out what was not.
    @OnEveryDatabase
    void aSearchTellsWhatItWasAskedFor(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            String asked = "'Include':[" + contains("SUBJECT", "\u00dc", "b") + "],'Unless':["
                    + "{'BooleanExpression':{'Evaluate':{'Attribute':'HAS_ATTACHMENTS'},'Operator':'IS_FALSE'}}]";
            Answer full = search.call("GetArchiveSearch", search.started(search.request(filters(asked))));
            assertThat(full.text("ArchiveId")).isEqualTo(search.archive);
            assertThat(full.body().path("MaxResults").asInt()).isEqualTo(10);
            assertThat(full.body().path("Filters").toString()).isEqualTo("{" + asked.replace('\'', '"') + "}");
            assertThat(full.body().path("FromTimestamp").asLong())
                    .isEqualTo(search.stage
                            .clock
                            .instant()
                            .minus(Duration.ofDays(1))
                            .getEpochSecond());
            assertThat(full.body().has("SearchId")).isFalse();
            Answer plain = search.call("GetArchiveSearch", search.started(search.request(TEN)));
            assertThat(plain.body().has("Filters")).isFalse();
        }
    }

    // What a row tells (dossier, section 2.6): headers decoded, unknown things absent.
    @OnEveryDatabase
    void aRowTellsOfTheMessage(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            MessageId id = search.deliver(
                    "Received: two\r\nReceived: one\r\nFrom: =?utf-8?q?J=C3=BCrg?= <j@x.com>\r\nTo: a@x.com,\r\n b@x.com\r\n"
                            + "Date: Mon, 4 Jan 2010 10:00:00 +0000\r\nMessage-ID: <1@x>\r\n\r\n",
                    search.stage.clock.instant(),
                    SearchStage.envelope("j@x.com", "a@x.com", "c@x.com"));
            String found = search.started(search.request(TEN));
            search.ended(found);
            JsonNode row = search.call("GetArchiveSearchResults", found)
                    .body()
                    .path("Rows")
                    .get(0);
            assertThat(row.path("ArchivedMessageId").asText()).isEqualTo(id.toString());
            assertThat(row.path("ReceivedTimestamp").asDouble())
                    .isEqualTo(search.stage.clock.instant().toEpochMilli() / 1e3);
            assertThat(row.path("From").asText()).isEqualTo("J\u00fcrg <j@x.com>");
            assertThat(row.path("To").asText()).isEqualTo("a@x.com, b@x.com");
            assertThat(row.path("Date").asText()).isEqualTo("Mon, 4 Jan 2010 10:00:00 +0000");
            assertThat(row.path("MessageId").asText()).isEqualTo("<1@x>");
            assertThat(row.path("ReceivedHeaders").toString()).isEqualTo("[\"two\",\"one\"]");
            assertThat(row.path("HasAttachments").isBoolean()).isTrue();
            assertThat(row.path("Envelope").path("To").toString()).isEqualTo("[\"a@x.com\",\"c@x.com\"]");
            assertThat(row.has("Subject") || row.has("Cc") || row.has("IngressPointId"))
                    .isFalse();
        }
    }

    private static int rows(SearchStage search, String table) {
        return search.stage.database.read(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Integer.class)
                .one());
    }

    private static Answer list(SearchStage search, String rest) {
        return search.stage.call("ListArchiveSearches", "{'ArchiveId':'%s'%s}".formatted(search.archive, rest));
    }
}
