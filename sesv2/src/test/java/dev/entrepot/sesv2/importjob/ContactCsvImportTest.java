package dev.entrepot.sesv2.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;

/** Contacts from CSV, in the strict form and in those that people paste (SES dossier, sections 2.2 and 6, in brackets). */
class ContactCsvImportTest {
    // [10] A quote that does not open a cell is data, or AWS's own sample could not be read.
    @OnEveryDatabase
    void theSampleOfTheDocumentationComesInAsItIs(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var ended = imports.csv(
                    Imports.CONTACTS,
                    "emailAddress,unsubscribeAll,attributesData,topicPreferences.Sports,topicPreferences.Cycling",
                    "ann@example.com,false,{\"Name\": \"John\"},OPT_IN,OPT_OUT",
                    "bob@example.com,TRUE,{\"Name\": \"Doe\"},OPT_OUT,");
            assertThat(ended.summary()).isEqualTo("COMPLETED 2/0");
            assertThat(ended.job.has("FailureInfo")).isFalse();
            assertThat(ended.job.path("CompletedTimestamp").isNumber()).isTrue();
            JsonNode ann = imports.contact("ann@example.com");
            assertThat(ann.path("AttributesData").asText()).isEqualTo("{\"Name\": \"John\"}");
            assertThat(ann.path("TopicPreferences").toString())
                    .isEqualTo("[{\"TopicName\":\"Sports\",\"SubscriptionStatus\":\"OPT_IN\"},"
                            + "{\"TopicName\":\"Cycling\",\"SubscriptionStatus\":\"OPT_OUT\"}]");
            assertThat(imports.contact("bob@example.com").path("UnsubscribeAll").asBoolean())
                    .isTrue();
        }
    }

    // [11]
    @OnEveryDatabase
    void quotedCellsHoldQuotesCommasAndLineBreaks(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var ended = imports.run(
                    Imports.CONTACTS,
                    "CSV",
                    "emailAddress,attributesData\r\na@x.org,\"{\"\"A\"\":1,\"\"B\"\":2}\"\r\nb@x.org,\"{\r\n}\"\r\n");
            assertThat(ended.summary()).isEqualTo("COMPLETED 2/0");
            assertThat(imports.contact("a@x.org").path("AttributesData").asText())
                    .isEqualTo("{\"A\":1,\"B\":2}");
            assertThat(imports.contact("b@x.org").path("AttributesData").asText())
                    .isEqualTo("{\r\n}");
        }
    }

    // [12]
    @OnEveryDatabase
    void aByteOrderMarkAndAMissingLastLineEndDoNoHarm(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var ended = imports.run(Imports.CONTACTS, "CSV", "\uFEFFemailAddress\r\na@x.org\r\n\r\nb@x.org");
            assertThat(ended.summary()).isEqualTo("COMPLETED 2/0");
            assertThat(imports.addresses()).containsExactly("a@x.org", "b@x.org");
        }
    }

    // [13] Nobody can guess which column the addresses are in.
    @OnEveryDatabase
    void withoutAUsableHeaderNothingIsApplied(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var wrong = imports.csv(Imports.CONTACTS, "email,unsubscribeAll", "a@x.org,false");
            assertThat(wrong.summary()).isEqualTo("FAILED 0/0");
            assertThat(wrong.error()).contains("emailAddress");
            assertThat(wrong.job.path("CompletedTimestamp").isNumber()).isTrue();
            assertThat(imports.run(Imports.CONTACTS, "CSV", "").error()).contains("empty");
            assertThat(imports.csv(Imports.CONTACTS, "emailAddress,emailAddress")
                            .error())
                    .contains("twice");
            byte[] utf16 = "emailAddress\n".getBytes(java.nio.charset.StandardCharsets.UTF_16);
            assertThat(imports.run(Imports.CONTACTS, "CSV", utf16).error()).contains("UTF-16", "UTF-8");
        }
    }

    // [14] to [16], [18], [19], [23]: what is wrong with each record is said in the words of the API.
    @OnEveryDatabase
    void everyBadRecordIsReportedWithItsLineAndReason(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var ended = imports.csv(
                    Imports.CONTACTS,
                    "emailAddress,unsubscribeAll,topicPreferences.Chess,topicPreferences.Sports",
                    "a@x.org,,OPT_IN,",
                    "b@x.org,maybe,,",
                    "c@x.org,,,,extra",
                    "d@x.org,",
                    "\"e@x.org\"junk,,,",
                    "ann@,,,",
                    "",
                    "a b@x.org,,,",
                    " ,,,",
                    "f@x.org,,,opt_in",
                    "good@x.org,,,OPT_IN");
            assertThat(ended.summary()).isEqualTo("COMPLETED 10/9");
            assertThat(imports.addresses()).containsExactly("good@x.org");
            assertThat(ended.failed().lines())
                    .containsExactly(
                            "line,errorCode,errorMessage,record",
                            "2,BadRequestException,\"List: news doesn't contain Topic: Chess\",\"a@x.org,,OPT_IN,\"",
                            "3,BadRequestException,\"unsubscribeAll must be true or false.\",\"b@x.org,maybe,,\"",
                            "4,BadRequestException,\"The record has 5 cells and the header 4.\",\"c@x.org,,,,extra\"",
                            "5,BadRequestException,\"The record has 2 cells and the header 4.\",\"d@x.org,\"",
                            "6,BadRequestException,\"Behind a quoted cell stands something other than a comma.\","
                                    + "\"\"\"e@x.org\"\"junk,,,\"",
                            "7,BadRequestException,\"EmailAddress <ann@> is invalid\",\"ann@,,,\"",
                            "9,BadRequestException,\"EmailAddress <a b@x.org> is invalid\",\"a b@x.org,,,\"",
                            "10,BadRequestException,\"EmailAddress can't be blank.\",\" ,,,\"",
                            "11,BadRequestException,\"1 validation error detected: Value at 'topicPreferences.1.member"
                                    + ".subscriptionStatus' failed to satisfy constraint: Member must satisfy enum value"
                                    + " set: [OPT_OUT, OPT_IN]\",\"f@x.org,,,opt_in\"");
            assertThat(ended.rejected())
                    .startsWith(
                            "emailAddress,unsubscribeAll,topicPreferences.Chess,topicPreferences.Sports\na@x.org,,OPT_IN,\n")
                    .endsWith("\nf@x.org,,,opt_in\n");
        }
    }

    // [17] One stray quote must not swallow the rest of the file.
    @OnEveryDatabase
    void anUnterminatedQuoteSpoilsItsOwnLineOnly(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var file = new StringBuilder("emailAddress,attributesData\n");
            for (int row = 2; row <= 1_000; row++) {
                file.append("c")
                        .append(row)
                        .append("@x.org,")
                        .append(row == 5 ? "\"{" : "")
                        .append('\n');
            }
            var ended = imports.run(Imports.CONTACTS, "CSV", file.toString());
            assertThat(ended.summary()).isEqualTo("COMPLETED 999/1");
            assertThat(ended.failed()).contains("\n5,BadRequestException,");
        }
    }

    // [20] In the order of the file, whatever batches it falls into.
    @OnEveryDatabase
    void ofSeveralRecordsOfOneAddressTheLastWins(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var file = new StringBuilder("emailAddress,topicPreferences.Sports\n");
            for (int i = 0; i < 1_000; i++) {
                file.append("Ann@X.org,OPT_IN\nAnn@x.ORG,")
                        .append(i == 999 ? "OPT_OUT" : "OPT_IN")
                        .append('\n');
            }
            assertThat(imports.run(Imports.CONTACTS, "CSV", file.toString()).summary())
                    .isEqualTo("COMPLETED 2000/0");
            assertThat(imports.addresses()).containsExactly("Ann@x.org");
            assertThat(imports.contact("Ann@x.org").toString()).contains("\"SubscriptionStatus\":\"OPT_OUT\"");
        }
    }

    // [28] [29] for CSV: other columns are neither asked for nor looked at.
    @OnEveryDatabase
    void deletingLooksAtTheAddressOnly(TestDatabase test) {
        try (var imports = new Imports(test)) {
            imports.csv(Imports.CONTACTS, "emailAddress", "a@x.org", "b@x.org");
            var ended = imports.csv(
                    Imports.contacts("DELETE"),
                    "emailAddress,topicPreferences.Chess",
                    "a@x.org,nonsense",
                    "nobody@x.org,",
                    "a@x.org,");
            assertThat(ended.summary()).isEqualTo("COMPLETED 3/2");
            assertThat(ended.failed().lines())
                    .contains(
                            "3,NotFoundException,\"nobody@x.org doesn't exist in List.\",\"nobody@x.org,\"",
                            "4,NotFoundException,\"a@x.org doesn't exist in List.\",\"a@x.org,\"");
            assertThat(imports.addresses()).containsExactly("b@x.org");
        }
    }
}
