package dev.entrepot.sesv2.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.List;

/** Contacts from JSON (SES dossier, sections 2.3, 2.4, 2.6 and 6, in brackets). */
class ContactJsonImportTest {
    // [24]
    @OnEveryDatabase
    void objectsMayStandOneALine(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var ended = imports.json(
                    Imports.CONTACTS,
                    "{\"emailAddress\":\"a@x.org\",\"attributesData\":\"{\\\"N\\\":1}\"}",
                    "",
                    "{\"emailAddress\":\"b@x.org\",\"unsubscribeAll\":true,\"unknown\":{\"x\":[]}}",
                    "{\"emailAddress\":\"c@x.org\",\"attributesData\":null,\"topicPreferences\":null}");
            assertThat(ended.summary()).isEqualTo("COMPLETED 3/0");
            assertThat(imports.contact("a@x.org").path("AttributesData").asText())
                    .isEqualTo("{\"N\":1}");
            assertThat(imports.contact("b@x.org").path("UnsubscribeAll").asBoolean())
                    .isTrue();
        }
    }

    // [25] AWS's own page shows this.
    @OnEveryDatabase
    void objectsMayStandOverManyLines(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var ended = imports.run(Imports.CONTACTS, "JSON", """
                    {
                        "emailAddress": "ann@x.org",
                        "unsubscribeAll": false,
                        "topicPreferences": [
                            {
                                "topicName": "Sports",
                                "subscriptionStatus": "OPT_IN"
                            }
                        ]
                    }
                    {
                        "emailAddress": "bob@x.org"
                    }
                    """);
            assertThat(ended.summary()).isEqualTo("COMPLETED 2/0");
            assertThat(imports.contact("ann@x.org").path("TopicPreferences").toString())
                    .isEqualTo("[{\"TopicName\":\"Sports\",\"SubscriptionStatus\":\"OPT_IN\"}]");
        }
    }

    // [26] [27]
    @OnEveryDatabase
    void everyBadRecordIsReportedAndTheNextOneApplied(TestDatabase test) {
        try (var imports = new Imports(test)) {
            List<String> bad = List.of(
                    "{\"emailAddress\":\"a@x.org\"} garbage",
                    "{\"emailAddress\":\"a@x.org\",\"attributesData\":123}",
                    "{\"emailAddress\":\"a@x.org\",\"attributesData\":{\"N\":1}}",
                    "{\"emailAddress\":\"a@x.org\",\"attributesData\":\"\\u0000\"}",
                    "{\"emailAddress\":\"a@x.org\",\"attributesData\":\"\\ud800\"}",
                    "{\"emailAddress\":\"a@x.org\",\"topicPreferences\":[\"Sports\"]}",
                    "{\"emailAddress\":\"a@x.org\",\"topicPreferences\":[{\"topicName\":\"Sports\"}]}",
                    "{\"emailAddress\":\"a@x.org\",\"topicPreferences\":"
                            + "[{\"topicName\":\"Sports\",\"subscriptionStatus\":true}]}",
                    "{\"emailAddress\":\"a@x.org\",\"topicPreferences\":"
                            + "[{\"topicName\":\"Chess\",\"subscriptionStatus\":\"OPT_IN\"}]}",
                    "{\"emailAddress\":\"a@x.org\",\"unsubscribeAll\":\"no\"}",
                    "{\"emailAddress\":\"a@x.org\",\"x\":tru}",
                    "{\"EmailAddress\":\"a@x.org\"}",
                    "{\"emailAddress\":7}",
                    "not json");
            var ended = imports.json(Imports.CONTACTS, String.join("\n", bad) + "\n{\"emailAddress\":\"good@x.org\"}");
            assertThat(ended.summary()).isEqualTo("COMPLETED " + (bad.size() + 1) + "/" + bad.size());
            assertThat(imports.addresses()).containsExactly("good@x.org");
            assertThat(ended.rejected().lines()).containsExactlyElementsOf(bad);
            List<String> failed = ended.failed().lines().toList();
            assertThat(failed).hasSize(bad.size());
            assertThat(failed.get(0))
                    .startsWith("{\"line\":1,\"errorCode\":\"BadRequestException\",\"errorMessage\":\"");
            assertThat(failed.get(0)).endsWith("\"record\":\"{\\\"emailAddress\\\":\\\"a@x.org\\\"} garbage\"}");
            assertThat(failed.get(8)).contains("List: news doesn't contain Topic: Chess");
            assertThat(failed.get(11)).contains("lowerCamel");
        }
    }

    // [27]
    @OnEveryDatabase
    void anArrayOfContactsIsRefusedWithAHint(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var ended = imports.json(Imports.CONTACTS, "[{\"emailAddress\":\"a@x.org\"}]");
            assertThat(ended.summary()).isEqualTo("FAILED 0/0");
            assertThat(ended.error()).contains("array");
        }
    }

    // [21] [22] AWS's PUT is a full replacement, even where that subscribes somebody again.
    @OnEveryDatabase
    void whatARecordLeavesOutIsCleared(TestDatabase test) {
        try (var imports = new Imports(test)) {
            imports.json(
                    Imports.CONTACTS,
                    "{\"emailAddress\":\"a@x.org\",\"unsubscribeAll\":true,\"attributesData\":\"{}\",\"topicPreferences\":"
                            + "[{\"topicName\":\"Sports\",\"subscriptionStatus\":\"OPT_OUT\"}]}");
            JsonNode before = imports.contact("a@x.org");
            imports.stage.clock.advance(java.time.Duration.ofMinutes(1));
            imports.json(Imports.CONTACTS, "{\"emailAddress\":\"a@x.org\"}");
            JsonNode after = imports.contact("a@x.org");
            assertThat(after.path("UnsubscribeAll").asBoolean(true)).isFalse();
            assertThat(after.has("AttributesData")).isFalse();
            assertThat(after.path("TopicPreferences")).isEmpty();
            assertThat(after.path("CreatedTimestamp")).isEqualTo(before.path("CreatedTimestamp"));
            assertThat(after.path("LastUpdatedTimestamp").asDouble())
                    .isGreaterThan(before.path("LastUpdatedTimestamp").asDouble());
        }
    }

    // [28] [29]
    @OnEveryDatabase
    void deletingReportsWhoWasNotThere(TestDatabase test) {
        try (var imports = new Imports(test)) {
            imports.json(Imports.CONTACTS, "{\"emailAddress\":\"a@x.org\"}");
            String[] file = {"{\"emailAddress\":\"a@x.org\",\"attributesData\":5}", "{\"emailAddress\":\"b@x.org\"}"};
            var ended = imports.json(Imports.contacts("DELETE"), file);
            assertThat(ended.summary()).isEqualTo("COMPLETED 2/1");
            assertThat(ended.failed()).contains("\"NotFoundException\"", "b@x.org doesn't exist in List.");
            assertThat(imports.addresses()).isEmpty();
            assertThat(imports.json(Imports.contacts("DELETE"), file).summary()).isEqualTo("COMPLETED 2/2");
        }
    }
}
