package dev.entrepot.sesv2.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.SesV2Limits;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.sesv2.contact.ContactLimits;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A dry run tells what the import of the same file does, and does not do it. */
class DryRunTest {
    private static final int ROUNDS = 12;

    /** What is told, by rules written down a second time. */
    private static final class Model {
        private final Map<String, String> entries = new HashMap<>();
        private final Map<String, Integer> told = new HashMap<>();

        void put(String address, String content) {
            String before = entries.put(address, content);
            count(before == null ? "Created" : before.equals(content) ? "Unchanged" : "Updated");
        }

        void protectedPut(String address, String content) {
            if (entries.getOrDefault(address, "").startsWith("true") && content.startsWith("false")) {
                count("Rejected");
            } else {
                put(address, content);
            }
        }

        void delete(String address) {
            count(entries.remove(address) == null ? "Rejected" : "Deleted");
        }

        void count(String what) {
            told.merge(what, 1, Integer::sum);
        }

        void check(JsonNode report) {
            for (String what : List.of("Created", "Updated", "Unchanged", "Deleted", "Rejected")) {
                assertThat(report.path(what).asInt(-1))
                        .as(what + " of " + report)
                        .isEqualTo(told.getOrDefault(what, 0));
            }
            told.clear();
        }
    }

    private static void put(Imports imports, List<String> lines) {
        imports.put("file", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The dry run of a file, which changes nothing, and then its import, which comes to the same. */
    private static void check(Imports imports, Model model, String destination, String stored) {
        String before = imports.stage
                .call(stored.endsWith("list") ? "POST" : "GET", stored, "")
                .toString();
        JsonNode report = new DryRuns(imports).of(destination, "CSV", "file");
        assertThat(imports.stage
                        .call(stored.endsWith("list") ? "POST" : "GET", stored, "")
                        .toString())
                .isEqualTo(before);
        var ended = imports.await(imports.create(destination, "CSV", "s3://bucket/file"));
        long records = report.path("Created").asLong()
                + report.path("Updated").asLong()
                + report.path("Unchanged").asLong()
                + report.path("Deleted").asLong()
                + report.path("Rejected").asLong();
        assertThat(ended.summary()).isEqualTo("COMPLETED " + records + "/" + report.path("Rejected"));
        model.check(report);
    }

    @OnEveryDatabase
    void contactsAreToldAsTheyAreImported(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var random = new Random(4711);
            var model = new Model();
            for (int round = 0; round < ROUNDS; round++) {
                boolean protect = random.nextBoolean();
                boolean delete = random.nextInt(3) == 0;
                imports.stage.header("x-entrepot-protect-unsubscribed", String.valueOf(protect));
                var lines = new ArrayList<>(List.of("emailAddress,unsubscribeAll,attributesData"));
                for (int i = random.nextInt(60); i > 0; i--) {
                    String address = "a" + random.nextInt(40) + "@x.org";
                    String content = random.nextBoolean() + "," + random.nextInt(2);
                    if (random.nextInt(10) == 0) {
                        lines.add("nobody," + content);
                        model.count("Rejected");
                        continue;
                    }
                    lines.add(address + "," + content);
                    if (delete) {
                        model.delete(address);
                    } else if (protect) {
                        model.protectedPut(address, content);
                    } else {
                        model.put(address, content);
                    }
                }
                put(imports, lines);
                String destination = Imports.contacts(delete ? "DELETE" : "PUT");
                check(imports, model, destination, "contact-lists/news/contacts/list");
            }
        }
    }

    @OnEveryDatabase
    void suppressedDestinationsLikewise(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var random = new Random(815);
            var model = new Model();
            for (int round = 0; round < ROUNDS; round++) {
                boolean delete = random.nextInt(3) == 0;
                var lines = new ArrayList<String>();
                for (int i = 1 + random.nextInt(60); i > 0; i--) {
                    String address = "a" + random.nextInt(40) + "@x.org";
                    String reason = random.nextBoolean() ? "BOUNCE" : "COMPLAINT";
                    lines.add(address + "," + reason);
                    if (delete) {
                        model.delete(address);
                    } else {
                        model.put(address, reason);
                    }
                }
                put(imports, lines);
                String destination = Imports.suppression(delete ? "DELETE" : "PUT");
                check(imports, model, destination, "suppression/addresses");
            }
        }
    }

    // Several batches and several slices: what a batch would do is not in the database when the next one is judged.
    @OnEveryDatabase
    void anAddressIsKnownAgainFarFromItsFirstRecord(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var model = new Model();
            var lines = new ArrayList<>(List.of("emailAddress,unsubscribeAll,attributesData"));
            for (int i = 0; i < 210_000; i++) {
                String address = "a" + i % 60_000 + "@x.org";
                String content = "false," + i / 120_000;
                lines.add(address + "," + content);
                model.put(address, content);
            }
            put(imports, lines);
            model.check(new DryRuns(imports).of(Imports.CONTACTS, "CSV", "file"));
            assertThat(imports.addresses()).isEmpty();
        }
    }

    @OnEveryDatabase
    void theFirstRejectedRecordsAreToldInTheOrderOfTheFile(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var lines = new ArrayList<>(List.of("emailAddress", "a@x.org"));
            for (int i = 0; i < 30; i++) {
                lines.add(i % 2 == 0 ? "nobody" + i : "a@x.org,more");
            }
            put(imports, lines);
            JsonNode report = new DryRuns(imports).of(Imports.CONTACTS, "CSV", "file");
            assertThat(report.path("Rejected").asInt()).isEqualTo(30);
            JsonNode first = report.path("FirstRejected");
            assertThat(first).hasSize(20);
            for (int i = 0; i < first.size(); i++) {
                assertThat(first.get(i).path("line").asInt()).isEqualTo(i + 3);
            }
            assertThat(first.get(0))
                    .hasToString("{\"line\":3,\"errorCode\":\"BadRequestException\",\"errorMessage\":\"EmailAddress"
                            + " <nobody0> is invalid\"}");
        }
    }

    // What CreateImportJob or its job refuses, a dry run refuses in the same words.
    @OnEveryDatabase
    void whatCannotBeImportedCannotBeRehearsed(TestDatabase test) {
        var limits = new SesV2Limits(
                ContactLimits.AWS,
                new ImportLimits(20, 3, 1, 1, 1_000),
                SesV2Limits.AWS.events(),
                SesV2Limits.AWS.exports());
        try (var imports = new Imports(new Stage(test, limits))) {
            var dryRuns = new DryRuns(imports);
            put(imports, List.of("a@x.org,BOUNCE", "b@x.org,BOUNCE"));
            assertThat(dryRuns.failure(Imports.SUPPRESSION, "CSV", "file")).contains("2 records", "at most 1");
            assertThat(dryRuns.failure(Imports.CONTACTS, "CSV", "file")).contains("no header");
            assertThat(dryRuns.failure(Imports.CONTACTS, "CSV", "nothing")).contains("s3://bucket/nothing");
            String elsewhere = Imports.CONTACTS.replace("news", "olds");
            assertThat(imports.stage.refusal("POST", DryRuns.PATH, Imports.body(elsewhere, "CSV", "s3://bucket/file")))
                    .isEqualTo("404 NotFoundException: ContactList <olds> doesn't exist");
        }
    }
}
