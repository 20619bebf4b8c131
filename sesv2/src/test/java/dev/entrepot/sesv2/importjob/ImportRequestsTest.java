package dev.entrepot.sesv2.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/** Requests about import jobs, good and bad (SES dossier, sections 1.1 to 1.3 and 6, in brackets). */
class ImportRequestsTest {
    private static final String URL = "s3://bucket/file";

    private static String refusal(Imports imports, String body) {
        return imports.stage.refusal("POST", "import-jobs", body);
    }

    // [1] [9]
    @OnEveryDatabase
    void everyCreateIsAJobOfItsOwn(TestDatabase test) {
        try (var imports = new Imports(test)) {
            imports.put("file", "emailAddress\na@x.org\n".getBytes());
            String first = imports.create(Imports.CONTACTS, "CSV", URL);
            String second = imports.create(Imports.CONTACTS, "CSV", URL);
            assertThat(first).isNotEqualTo(second).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            assertThat(imports.stage
                            .get("import-jobs/" + first)
                            .path("JobStatus")
                            .asText())
                    .isIn("CREATED", "PROCESSING", "COMPLETED");
            assertThat(imports.await(first).summary()).isEqualTo("COMPLETED 1/0");
            assertThat(imports.await(second).summary()).isEqualTo("COMPLETED 1/0");
            JsonNode job = imports.await(first).job;
            assertThat(job.path("ImportDataSource").toString())
                    .isEqualTo("{\"S3Url\":\"s3://bucket/file\",\"DataFormat\":\"CSV\"}");
            assertThat(job.path("ImportDestination").toString()).isEqualTo(Imports.CONTACTS);
        }
    }

    // [2] to [7]
    @OnEveryDatabase
    void whatCannotBeAJobIsRefusedInTheWordsOfTheService(TestDatabase test) {
        try (var imports = new Imports(test)) {
            assertThat(refusal(imports, Imports.body(Imports.CONTACTS.replace("news", "nope"), "CSV", URL)))
                    .isEqualTo("404 NotFoundException: ContactList <nope> doesn't exist");
            String pattern = "400 BadRequestException: 1 validation error detected: Value at 'importDataSource.s3Url'"
                    + " failed to satisfy constraint: Member must satisfy regular expression pattern:"
                    + " ^s3:\\/\\/([^\\/]+)\\/(.*?([^\\/]+)\\/?)$";
            for (String url : List.of("https://x/y", "s3://bucket", "s3://b//")) {
                assertThat(refusal(imports, Imports.body(Imports.CONTACTS, "CSV", url)))
                        .isEqualTo(pattern);
            }
            assertThat(refusal(imports, Imports.body(Imports.CONTACTS, "XML", URL)))
                    .isEqualTo("400 BadRequestException: 1 validation error detected: Value at"
                            + " 'importDataSource.dataFormat' failed to satisfy constraint: Member must satisfy enum"
                            + " value set: [CSV, JSON]");
            String both = Imports.CONTACTS.replaceFirst("}$", "," + Imports.SUPPRESSION.substring(1));
            for (String destination : List.of("{}", both)) {
                assertThat(refusal(imports, Imports.body(destination, "CSV", URL)))
                        .isEqualTo("400 BadRequestException: ImportDestination must contain exactly one of"
                                + " SuppressionListDestination or ContactListDestination.");
            }
            assertThat(refusal(imports, "{\"ImportDestination\": [")).startsWith("400 SerializationException");
            assertThat(refusal(
                            imports, Imports.body(Imports.CONTACTS, "CSV", "X").replace("\"X\"", "5")))
                    .isEqualTo("400 SerializationException: NUMBER_VALUE can not be converted to a String");
            assertThat(imports.stage.call("POST", "import-jobs/list", "{}").path("ImportJobs"))
                    .isEmpty();
            assertThat(imports.create(Imports.CONTACTS, "CSV", "s3://bucket/dir/"))
                    .isNotEmpty();
        }
    }

    // [36] The job reads the file, so only the job can find out.
    @OnEveryDatabase
    void aFileThatCannotBeReadFailsTheJobByName(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var missing = imports.await(imports.create(Imports.CONTACTS, "CSV", "s3://bucket/missing"));
            assertThat(missing.summary()).isEqualTo("FAILED 0/0");
            assertThat(missing.error()).contains("s3://bucket/missing");
            imports.put("file", "emailAddress\n".getBytes());
            imports.stage.callAs(new Owner("999999999999", "us-east-1"));
            var denied = imports.await(imports.create(Imports.SUPPRESSION, "CSV", URL));
            assertThat(denied.summary()).isEqualTo("FAILED 0/0");
            assertThat(denied.error()).contains(URL, "Access");
        }
    }

    // [42] [43] [44]
    @OnEveryDatabase
    void jobsAreListedTheLatestFirstPageByPageWhateverIsAddedMeanwhile(TestDatabase test) {
        try (var imports = new Imports(test)) {
            imports.put("file", new byte[0]);
            var ids = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                imports.stage.clock.advance(java.time.Duration.ofMillis(1));
                ids.addFirst(imports.create(i == 2 ? Imports.CONTACTS : Imports.SUPPRESSION, "CSV", URL));
            }
            var seen = new ArrayList<String>();
            JsonNode page = imports.stage.call("POST", "import-jobs/list", "{\"PageSize\":2,\"NextToken\":\"\"}");
            while (true) {
                page.path("ImportJobs")
                        .forEach(job -> seen.add(job.path("JobId").asText()));
                if (!page.has("NextToken")) {
                    break;
                }
                imports.create(Imports.SUPPRESSION, "CSV", URL);
                page = imports.stage.get("import-jobs?PageSize=2&NextToken="
                        + page.path("NextToken").asText());
            }
            assertThat(seen).isEqualTo(ids);
            assertThat(listed(imports, "{\"ImportDestinationType\":\"CONTACT_LIST\",\"PageSize\":0}"))
                    .containsExactly(ids.get(2));
            assertThat(imports.stage.refusal("POST", "import-jobs/list", "{\"ImportDestinationType\":\"EXPORT\"}"))
                    .contains("400 BadRequestException", "enum value set: [SUPPRESSION_LIST, CONTACT_LIST]");
            assertThat(imports.stage.refusal("POST", "import-jobs/list", "{\"NextToken\":\"forged\"}"))
                    .startsWith("400 BadRequestException");
            assertThat(imports.stage.refusal("POST", "import-jobs/list", "{\"PageSize\":-1}"))
                    .startsWith("400 BadRequestException");
            assertThat(imports.stage
                            .call("GET", "import-jobs?PageSize=1", "{\"ImportDestinationType\":\"CONTACT_LIST\"}")
                            .path("ImportJobs"))
                    .hasSize(1);
        }
    }

    private static List<String> listed(Imports imports, String body) {
        var ids = new ArrayList<String>();
        imports.stage
                .call("POST", "import-jobs/list", body)
                .path("ImportJobs")
                .forEach(job -> ids.add(job.path("JobId").asText()));
        return ids;
    }

    // [45] Another account's job is as unknown as one that never was.
    @OnEveryDatabase
    void anUnknownJobIsNotFound(TestDatabase test) {
        try (var imports = new Imports(test)) {
            String id = imports.start(Imports.SUPPRESSION, "CSV", new byte[0]);
            imports.stage.callAs(new Owner("999999999999", Stage.OWNER.region()));
            assertThat(imports.stage.refusal("GET", "import-jobs/" + id, ""))
                    .isEqualTo("404 NotFoundException: Import job <" + id + "> does not exist.");
            assertThat(imports.stage.refusal("GET", "import-jobs/x", "")).startsWith("404 NotFoundException");
            assertThat(imports.stage.call("POST", "import-jobs/list", "{}").path("ImportJobs"))
                    .isEmpty();
        }
    }
}
