package dev.entrepot.sesv2.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Who shall get a mail is asked here: a page that skips or repeats people mails the wrong ones (SES dossier, section 3.4). */
class ListContactsTest {
    private static final String CONTACTS = "contact-lists/news/contacts";

    private static List<String> addresses(Stage stage, String filter) {
        return stage.call("POST", CONTACTS + "/list", "{\"Filter\":" + filter + "}")
                .findValuesAsText("EmailAddress");
    }

    private static String filter(String status, String topic, boolean useDefault) {
        return """
                {"FilteredStatus":"%s","TopicFilter":{"TopicName":"%s","UseDefaultIfPreferenceUnavailable":%s}}""".formatted(status, topic, useDefault);
    }

    // [47]
    @OnEveryDatabase
    void aFilterKnowsWhatWasSaidWhatHoldsByDefaultAndWhoLeftAltogether(TestDatabase test) {
        try (var stage = News.on(test)) {
            News.add(stage, "in@x.org", News.preference("Sports", "OPT_IN"));
            News.add(stage, "out@x.org", News.preference("Sports", "OPT_OUT"));
            News.add(stage, "silent@x.org");
            News.addUnsubscribed(stage, "gone@x.org");

            assertThat(addresses(stage, filter("OPT_OUT", "Sports", true)))
                    .containsExactly("gone@x.org", "out@x.org", "silent@x.org");
            assertThat(addresses(stage, filter("OPT_OUT", "Sports", false))).containsExactly("gone@x.org", "out@x.org");
            assertThat(addresses(stage, filter("OPT_IN", "Sports", true))).containsExactly("in@x.org");
            assertThat(addresses(stage, filter("OPT_IN", "Cycling", true)))
                    .containsExactly("in@x.org", "out@x.org", "silent@x.org");
            assertThat(addresses(stage, filter("OPT_IN", "Cycling", false))).isEmpty();
            assertThat(addresses(stage, "{\"FilteredStatus\":\"OPT_OUT\"}")).containsExactly("gone@x.org");
            assertThat(addresses(stage, "{\"FilteredStatus\":\"OPT_IN\"}"))
                    .containsExactly("in@x.org", "out@x.org", "silent@x.org");
            assertThat(addresses(stage, "{}")).hasSize(4);
            assertThat(stage.refusal(
                            "POST", CONTACTS + "/list", "{\"Filter\":" + filter("OPT_IN", "Chess", true) + "}"))
                    .isEqualTo("400 BadRequestException: List: news doesn't contain Topic: Chess");
            assertThat(stage.refusal(
                            "POST", CONTACTS + "/list", "{\"Filter\":{\"TopicFilter\":{\"TopicName\":\"Sports\"}}}"))
                    .startsWith("400 BadRequestException");
        }
    }

    // [48]
    @OnEveryDatabase
    void anEntryLeavesOutWhatOnlyTheWholeContactHas(TestDatabase test) {
        try (var stage = News.on(test)) {
            stage.call("POST", CONTACTS, "{\"EmailAddress\":\"ann@x.org\",\"AttributesData\":\"{}\"}");
            JsonNode entry =
                    stage.call("POST", CONTACTS + "/list", "").path("Contacts").path(0);
            assertThat(entry.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "EmailAddress",
                            "TopicPreferences",
                            "TopicDefaultPreferences",
                            "UnsubscribeAll",
                            "LastUpdatedTimestamp");
        }
    }

    // AWS cuts pages first and filters then, so that its users turn page after page of nothing.
    @OnEveryDatabase
    void theFilterSeesTheWholeListBeforePagesAreCut(TestDatabase test) {
        try (var stage = News.on(test)) {
            for (int i = 0; i < 60; i++) {
                News.add(stage, "a%02d@x.org".formatted(i));
            }
            News.addUnsubscribed(stage, "z1@x.org");
            News.addUnsubscribed(stage, "z2@x.org");
            JsonNode first = stage.call(
                    "POST", CONTACTS + "/list", "{\"PageSize\":1,\"Filter\":{\"FilteredStatus\":\"OPT_OUT\"}}");
            assertThat(first.findValuesAsText("EmailAddress")).containsExactly("z1@x.org");
            JsonNode second = stage.call("POST", CONTACTS + "/list", """
                    {"PageSize":1,"Filter":{"FilteredStatus":"OPT_OUT"},"NextToken":"%s"}""".formatted(
                            first.path("NextToken").asText()));
            assertThat(second.findValuesAsText("EmailAddress")).containsExactly("z2@x.org");
            assertThat(second.has("NextToken")).isFalse();
        }
    }

    @OnEveryDatabase
    void whateverIsWrittenBetweenPagesNobodyIsSkippedOrRepeated(TestDatabase test) {
        try (var stage = News.on(test)) {
            for (int i = 0; i < 10; i++) {
                News.add(stage, "c%d@x.org".formatted(i));
            }
            List<String> seen = pages(stage, 3, page -> {
                News.add(stage, "a%d@x.org".formatted(page));
                stage.call("DELETE", CONTACTS + "/c%d%%40x.org".formatted(page * 3), "");
            });
            assertThat(seen)
                    .containsExactly(
                            "c0@x.org",
                            "c1@x.org",
                            "c2@x.org",
                            "c3@x.org",
                            "c4@x.org",
                            "c5@x.org",
                            "c6@x.org",
                            "c7@x.org",
                            "c8@x.org",
                            "c9@x.org");
        }
    }

    private static List<String> pages(Stage stage, int size, Consumer<Integer> between) {
        var seen = new ArrayList<String>();
        String token = "";
        int page = 0;
        do {
            JsonNode answer = stage.call(
                    "POST", CONTACTS + "/list", "{\"PageSize\":%d,\"NextToken\":\"%s\"}".formatted(size, token));
            seen.addAll(answer.findValuesAsText("EmailAddress"));
            token = answer.path("NextToken").asText();
            between.accept(page++);
        } while (!token.isEmpty());
        return seen;
    }

    // [43] [44] for contacts: clients from before May 2024, and what the command line's skeletons hold.
    @OnEveryDatabase
    void theOldFormWorksWithABodyAndWithout(TestDatabase test) {
        try (var stage = News.on(test)) {
            News.add(stage, "a@x.org");
            News.addUnsubscribed(stage, "b@x.org");
            assertThat(stage.get(CONTACTS + "?PageSize=0&NextToken=").findValuesAsText("EmailAddress"))
                    .containsExactly("a@x.org", "b@x.org");
            JsonNode first = stage.get(CONTACTS + "?PageSize=1");
            assertThat(stage.get(CONTACTS + "?PageSize=1&NextToken="
                                    + first.path("NextToken").asText())
                            .findValuesAsText("EmailAddress"))
                    .containsExactly("b@x.org");
            assertThat(stage.call("GET", CONTACTS + "?PageSize=5", "{\"Filter\":{\"FilteredStatus\":\"OPT_OUT\"}}")
                            .findValuesAsText("EmailAddress"))
                    .containsExactly("b@x.org");
        }
    }

    @OnEveryDatabase
    void aTokenIsGoodForItsOwnListingOnly(TestDatabase test) {
        try (var stage = News.on(test)) {
            News.add(stage, "a@x.org");
            News.add(stage, "b@x.org");
            String token = stage.get(CONTACTS + "?PageSize=1").path("NextToken").asText();
            String wrong = "400 BadRequestException: NextToken is not valid.";
            assertThat(stage.refusal(
                            "POST",
                            CONTACTS + "/list",
                            "{\"NextToken\":\"" + token + "\",\"Filter\":{\"FilteredStatus\":\"OPT_IN\"}}"))
                    .isEqualTo(wrong);
            assertThat(stage.refusal("GET", "contact-lists?NextToken=" + token, ""))
                    .isEqualTo(wrong);
            assertThat(stage.refusal("GET", CONTACTS + "?NextToken=x", "")).isEqualTo(wrong);
            assertThat(stage.refusal("GET", CONTACTS + "?PageSize=-1", ""))
                    .isEqualTo("400 BadRequestException: PageSize must not be negative.");
        }
    }
}
