package dev.entrepot.sesv2.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.SesV2Limits;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.sesv2.contact.ContactLimits;
import dev.entrepot.sesv2.event.EventLimits;
import dev.entrepot.sesv2.exportjob.ExportLimits;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;

/** The suppression list from files (SES dossier, sections 2.5 and 6, in brackets). */
class SuppressionImportTest {
    private static JsonNode entry(Imports imports, String address) {
        return imports.stage
                .get("suppression/addresses/" + address.replace("@", "%40"))
                .path("SuppressedDestination");
    }

    // [30] [33]
    @OnEveryDatabase
    void rowsOfAddressAndReasonAreAdded(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var ended = imports.csv(Imports.SUPPRESSION, "a@example.com,BOUNCE", "Foo@Example.COM, COMPLAINT");
            assertThat(ended.summary()).isEqualTo("COMPLETED 2/0");
            assertThat(entry(imports, "a@example.com").path("Reason").asText()).isEqualTo("BOUNCE");
            assertThat(entry(imports, "a@example.com").has("Attributes")).isFalse();
            assertThat(entry(imports, "Foo@example.com").path("Reason").asText())
                    .isEqualTo("COMPLAINT");
            assertThat(imports.stage.refusal("GET", "suppression/addresses/foo%40example.com", ""))
                    .startsWith("404");
        }
    }

    // [31]
    @OnEveryDatabase
    void everyBadRowIsReported(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var ended = imports.csv(
                    Imports.SUPPRESSION, "emailAddress,reason", "c@x.org,SPAM", "d@x.org", "e@x.org,BOUNCE,x");
            assertThat(ended.summary()).isEqualTo("COMPLETED 4/4");
            assertThat(ended.failed())
                    .contains("\n1,BadRequestException,\"The record looks like a header")
                    .contains(
                            "\n2,BadRequestException,\"1 validation error detected: Value at 'reason' failed to satisfy"
                                    + " constraint: Member must satisfy enum value set: [BOUNCE, COMPLAINT]\",\"c@x.org,SPAM\"")
                    .contains("\n3,BadRequestException,", "\n4,BadRequestException,");
            assertThat(ended.rejected()).isEqualTo("emailAddress,reason\nc@x.org,SPAM\nd@x.org\ne@x.org,BOUNCE,x\n");
        }
    }

    // [32]
    @OnEveryDatabase
    void anEntryThatIsThereGetsTheNewReason(TestDatabase test) {
        try (var imports = new Imports(test)) {
            imports.json(Imports.SUPPRESSION, "{\"emailAddress\":\"a@x.org\",\"reason\":\"BOUNCE\"}");
            double before = entry(imports, "a@x.org").path("LastUpdateTime").asDouble();
            imports.stage.clock.advance(Duration.ofMinutes(1));
            imports.json(Imports.SUPPRESSION, "{\"emailAddress\":\"a@x.org\",\"reason\":\"COMPLAINT\"}");
            assertThat(entry(imports, "a@x.org").path("Reason").asText()).isEqualTo("COMPLAINT");
            assertThat(entry(imports, "a@x.org").path("LastUpdateTime").asDouble())
                    .isGreaterThan(before);
        }
    }

    @OnEveryDatabase
    void theFileThatAddedAddressesRemovesThem(TestDatabase test) {
        try (var imports = new Imports(test)) {
            String[] file = {"a@x.org,BOUNCE", "b@x.org,COMPLAINT"};
            imports.csv(Imports.SUPPRESSION, file);
            assertThat(imports.csv(Imports.suppression("DELETE"), file).summary())
                    .isEqualTo("COMPLETED 2/0");
            var again = imports.csv(Imports.suppression("DELETE"), file);
            assertThat(again.summary()).isEqualTo("COMPLETED 2/2");
            assertThat(again.failed())
                    .contains("NotFoundException", "Email address a@x.org does not exist on your suppression list.");
        }
    }

    // [34] A file that is too large must not be half applied.
    @OnEveryDatabase
    void aFileWithTooManyRecordsIsRefusedAsAWhole(TestDatabase test) {
        var limits = new ImportLimits(20, 3, 2, 1, 1_000);
        try (var imports = new Imports(
                new Stage(test, new SesV2Limits(ContactLimits.AWS, limits, EventLimits.KEEP_ALL, ExportLimits.AWS)))) {
            String[] three = {"a@x.org,BOUNCE", "b@x.org,BOUNCE", "c@x.org,BOUNCE"};
            var many = imports.csv(Imports.SUPPRESSION, three);
            assertThat(many.summary()).isEqualTo("FAILED 0/0");
            assertThat(many.error()).contains("3 records").contains("at most 2");
            assertThat(imports.stage.get("suppression/addresses").path("SuppressedDestinationSummaries"))
                    .isEmpty();
            assertThat(imports.csv(Imports.SUPPRESSION, "a@x.org,BOUNCE", "b@x.org,BOUNCE")
                            .summary())
                    .isEqualTo("COMPLETED 2/0");
            assertThat(imports.csv(Imports.suppression("DELETE"), "a@x.org", "b@x.org")
                            .error())
                    .contains("2 records", "at most 1");
            assertThat(imports.csv(Imports.CONTACTS, "emailAddress", "a@x.org", "b@x.org", "c@x.org")
                            .summary())
                    .isEqualTo("COMPLETED 3/0");
            assertThat(imports.csv(Imports.SUPPRESSION, "x".repeat(1_001)).error())
                    .contains("1002 bytes", "1000");
        }
    }

    // [35]
    @OnEveryDatabase
    void anEmptyFileHasNothingToDo(TestDatabase test) {
        try (var imports = new Imports(test)) {
            assertThat(imports.run(Imports.SUPPRESSION, "CSV", "").summary()).isEqualTo("COMPLETED 0/0");
            assertThat(imports.run(Imports.SUPPRESSION, "JSON", "\n\n").summary())
                    .isEqualTo("COMPLETED 0/0");
        }
    }
}
