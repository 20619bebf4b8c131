package dev.entrepot.mailmanager.search;

import static dev.entrepot.mailmanager.search.SearchStage.contains;
import static dev.entrepot.mailmanager.search.SearchStage.envelope;
import static dev.entrepot.mailmanager.search.SearchStage.filters;
import static dev.entrepot.mailmanager.search.SearchStage.include;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a filter means: the numbers are those of the dossier's section 6. */
class FiltersTest {
    // [15] [16] All includes and no unless; of the values any.
    @OnEveryDatabase
    void conditionsAllHoldAndValuesAreAlternatives(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            MessageId first = search.deliver("From: A <a@x.com>\r\nSubject: Invoice 7");
            MessageId second = search.deliver("From: b@x.com\r\nSubject: Hello");
            MessageId third = search.deliver("From: a@y.com\r\nSubject: Invoice 8");

            assertThat(find(
                            search,
                            "'Include':[" + contains("FROM", "a@") + "," + contains("SUBJECT", "invoice") + "]"))
                    .containsExactly(text(third, first));
            assertThat(find(search, include("SUBJECT", "hello", "8"))).containsExactly(text(third, second));
            assertThat(find(search, "'Unless':[" + contains("FROM", "@y.com") + "]"))
                    .containsExactly(text(second, first));
            assertThat(find(search, "'Include':[],'Unless':[" + contains("CC", "x") + "]"))
                    .as("what is not there holds nothing")
                    .containsExactly(text(third, second, first));
            assertThat(find(search, include("FROM", "A <A@x"))).containsExactly(text(first));
        }
    }

    // [17] A blind copy stands in the envelope alone.
    @OnEveryDatabase
    void aRecipientOfABlindCopyIsFoundInTheEnvelope(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            MessageId blind = search.deliver(
                    "To: all@x.com\r\n\r\n",
                    search.stage.clock.instant(),
                    envelope("a@x.com", "b@x.com", "victim@x.com"));
            search.deliver("To: all@x.com");

            assertThat(find(search, include("TO", "victim"))).isEmpty();
            assertThat(find(search, include("ENVELOPE_TO", "victim"))).containsExactly(text(blind));
            assertThat(find(search, include("ENVELOPE_TO", "b@x.comvictim"))).isEmpty();
            assertThat(find(search, include("ENVELOPE_FROM", "A@X"))).containsExactly(text(blind));
        }
    }

    // [18] People type what they read.
    @OnEveryDatabase
    void textsAreDecodedAndFolded(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            MessageId overview = search.deliver(
                    "Subject: =?utf-8?B?w5xiZXJzaWNodA==?=\r\n =?utf-8?Q?_f=C3=BCr?=\r\n 100% Gr\u00f6\u00dfe");
            for (String value : List.of(
                    "\u00fcbersicht f\u00fcr 100%", "U\u0308BERSICHT", "GR\u00d6SSE", "gr\u00f6\u1e9ee", "% gr")) {
                assertThat(find(search, include("SUBJECT", value))).as(value).containsExactly(text(overview));
            }
            for (String value : List.of("%bersicht", "ubersicht", "?bersicht", "grosse", "\u00fcbersicht  f\u00fcr")) {
                assertThat(find(search, include("SUBJECT", value))).as(value).isEmpty();
            }
        }
    }

    // [19] An inline logo is no attachment.
    @OnEveryDatabase
    void attachmentsAreWhatPeopleCallSo(TestDatabase test) {
        String part =
                "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<img>\r\n--b\r\n%s"
                        + "\r\n\r\nx\r\n--b--\r\n";
        try (var search = new SearchStage(test)) {
            Instant now = search.stage.clock.instant();
            MessageId logo = search.deliver(
                    part.formatted(
                            "Content-Type: image/png; name=logo.png\r\nContent-ID: <1>\r\nContent-Disposition: inline"),
                    now,
                    Delivery.UNKNOWN);
            MessageId report = search.deliver(
                    part.formatted("Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf"),
                    now,
                    Delivery.UNKNOWN);
            assertThat(find(search, "'Include':[" + attachments("IS_FALSE") + "]"))
                    .containsExactly(text(logo));
            assertThat(find(search, "'Include':[" + attachments("IS_TRUE") + "]"))
                    .containsExactly(text(report));
            assertThat(find(search, "'Unless':[" + attachments("IS_TRUE") + "]"))
                    .containsExactly(text(logo));
        }
    }

    // [20] Both ends count, to the millisecond.
    @OnEveryDatabase
    void theEndsOfTheTimeBelongToIt(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            Instant start = Instant.parse("2026-02-03T04:05:06.007Z");
            Instant end = start.plus(Duration.ofHours(1));
            MessageId first = received(search, start);
            MessageId second = received(search, start.plusMillis(1));
            MessageId third = received(search, end);
            String rest = "'MaxResults':10";
            assertThat(search.find(search.request(start, end, rest))).containsExactly(text(third, second, first));
            assertThat(search.find(search.request(start, start, rest))).containsExactly(text(first));
            assertThat(search.find(search.request(start.plusMillis(1), end.minusMillis(1), rest)))
                    .containsExactly(text(second));
            assertThat(search.start(search.request(end, start, rest)).error()).isEqualTo("ValidationException");
        }
    }

    // [21] The header's date says nothing of the time of receipt.
    @OnEveryDatabase
    void theTimeOfReceiptCountsNotTheDate(TestDatabase test) {
        try (var search = new SearchStage(test)) {
            MessageId old = search.deliver("Date: Mon, 4 Jan 2010 10:00:00 +0000");
            Instant year = Instant.parse("2010-01-01T00:00:00Z");
            assertThat(find(search, "")).containsExactly(text(old));
            assertThat(search.find(search.request(year, year.plus(Duration.ofDays(365)), "'MaxResults':10")))
                    .isEmpty();
        }
    }

    private static List<String> find(SearchStage search, String filters) {
        return search.find(search.request(filters(filters)));
    }

    private static MessageId received(SearchStage search, Instant time) {
        return search.deliver("Subject: x\r\n\r\n", time, Delivery.UNKNOWN);
    }

    private static String attachments(String operator) {
        return "{'BooleanExpression':{'Evaluate':{'Attribute':'HAS_ATTACHMENTS'},'Operator':'%s'}}".formatted(operator);
    }

    private static String[] text(MessageId... ids) {
        return Stream.of(ids).map(MessageId::toString).toArray(String[]::new);
    }
}
