package dev.entrepot.sesv2.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;

/** The most wanted rule everywhere: never subscribe by import whoever has unsubscribed (SES dossier, sections 5.1 and 6). */
class ProtectUnsubscribedTest {
    private static final String HEADER = "x-entrepot-protect-unsubscribed";

    private static String contact(String address, String more) {
        return "{\"emailAddress\":\"" + address + "\"" + more + "}";
    }

    private static String topics(String sports, String cycling) {
        return ",\"topicPreferences\":[{\"topicName\":\"Sports\",\"subscriptionStatus\":\"" + sports
                + "\"},{\"topicName\":\"Cycling\",\"subscriptionStatus\":\"" + cycling + "\"}]";
    }

    // [21]
    @OnEveryDatabase
    void aProtectedImportTakesBackNoOptOut(TestDatabase test) {
        try (var imports = new Imports(test)) {
            imports.json(
                    Imports.CONTACTS,
                    contact("all@x.org", ",\"unsubscribeAll\":true"),
                    contact("sports@x.org", topics("OPT_OUT", "OPT_IN")));
            imports.stage.header(HEADER, "true");
            var ended = imports.json(
                    Imports.CONTACTS,
                    contact("all@x.org", ""),
                    contact("sports@x.org", ""),
                    contact("sports@x.org", topics("OPT_IN", "OPT_IN")),
                    contact("sports@x.org", topics("OPT_OUT", "OPT_OUT")),
                    contact("sports@x.org", topics("OPT_OUT", "OPT_IN")),
                    contact("new@x.org", ",\"unsubscribeAll\":true"),
                    contact("new@x.org", ""),
                    contact("other@x.org", ""));
            assertThat(ended.summary()).isEqualTo("COMPLETED 8/5");
            assertThat(ended.failed().lines().map(line -> line.substring(0, 10)))
                    .containsExactly("{\"line\":1,", "{\"line\":2,", "{\"line\":3,", "{\"line\":5,", "{\"line\":7,");
            assertThat(ended.failed()).contains("all@x.org has opted out");
            assertThat(imports.contact("all@x.org").path("UnsubscribeAll").asBoolean())
                    .isTrue();
            assertThat(imports.contact("new@x.org").path("UnsubscribeAll").asBoolean())
                    .isTrue();
            JsonNode sports = imports.contact("sports@x.org");
            assertThat(sports.path("TopicPreferences").toString()).doesNotContain("OPT_IN");
        }
    }

    @OnEveryDatabase
    void whoIsOutOfAllMayBeSaidToBeAgain(TestDatabase test) {
        try (var imports = new Imports(test)) {
            imports.json(Imports.CONTACTS, contact("a@x.org", topics("OPT_OUT", "OPT_IN")));
            imports.stage.header(HEADER, "true");
            assertThat(imports.json(Imports.CONTACTS, contact("a@x.org", ",\"unsubscribeAll\":true"))
                            .summary())
                    .isEqualTo("COMPLETED 1/0");
        }
    }

    @OnEveryDatabase
    void theHeaderIsTrueOrFalse(TestDatabase test) {
        try (var imports = new Imports(test)) {
            imports.stage.header(HEADER, "yes");
            assertThat(imports.stage.refusal(
                            "POST", "import-jobs", Imports.body(Imports.CONTACTS, "CSV", "s3://bucket/file")))
                    .isEqualTo("400 BadRequestException: " + HEADER + " must be true or false.");
        }
    }
}
