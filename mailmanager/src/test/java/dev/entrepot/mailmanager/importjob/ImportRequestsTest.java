package dev.entrepot.mailmanager.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What requests for import jobs are answered with: the numbers are those of the dossier's section 6. */
class ImportRequestsTest {
    @OnEveryDatabase
    void aNewJobWaitsForItsFile(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            Answer created = imports.create("CSV");
            assertThat(created.text("JobId")).matches("job-[a-z0-9]{26}");
            assertThat(created.text("PreSignedUrl"))
                    .startsWith("http://mail.example/entrepot-mailmanager-111122223333-us-east-1/address-list-imports/"
                            + created.text("JobId") + ".csv?")
                    .contains("X-Amz-SignedHeaders=host&", "X-Amz-Signature=");

            Answer job = imports.get(created.text("JobId"));
            assertThat(job.status()).isEqualTo(200);
            assertThat(job.text("Name")).isEqualTo("new");
            assertThat(job.text("Status")).isEqualTo("CREATED");
            assertThat(job.text("AddressListId")).isEqualTo(imports.list);
            assertThat(job.body()
                            .path("ImportDataFormat")
                            .path("ImportDataType")
                            .asText())
                    .isEqualTo("CSV");
            assertThat(job.body().path("CreatedTimestamp").asDouble())
                    .isEqualTo(imports.stage.clock.instant().toEpochMilli() / 1000.0);
            assertThat(job.body().fieldNames())
                    .toIterable()
                    .doesNotContain(
                            "StartTimestamp", "CompletedTimestamp", "ImportedItemsCount", "FailedItemsCount", "Error");
        }
    }

    // A link that has expired before the file was ready must not cost the job.
    @OnEveryDatabase
    void eachAnswerSignsTheLinkAnew(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            Answer created = imports.create("JSON");
            imports.stage.clock.advance(Duration.ofHours(2));
            Answer later = imports.get(created.text("JobId"));
            assertThat(later.text("PreSignedUrl")).isNotEqualTo(created.text("PreSignedUrl"));
            assertThat(Imports.location(later)).isEqualTo(Imports.location(created));
        }
    }

    @OnEveryDatabase
    void aClientTokenMeansOneJob(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            String request = "{'ClientToken':'t','AddressListId':'%s','Name':'new',".formatted(imports.list)
                    + "'ImportDataFormat':{'ImportDataType':'CSV'}}";
            String operation = "CreateAddressListImportJob";
            Answer first = imports.stage.call(operation, request);
            assertThat(imports.stage.call(operation, request)).isEqualTo(first);
            assertThat(jobs(imports)).hasSize(1);
            for (String other : List.of(request.replace("'new'", "'other'"), request.replace("CSV", "JSON"))) {
                assertThat(imports.stage.call(operation, other).error()).isEqualTo("ValidationException");
            }
        }
    }

    // [49]
    @OnEveryDatabase
    void unknownJobsAndListsAreNotFound(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            String mine = imports.create("CSV").text("JobId");
            imports.stage.callAs(new Owner("444455556666", "us-east-1"));
            for (String id : List.of(mine, "job-unknown")) {
                for (Answer answer : List.of(imports.get(id), imports.start(id), imports.stop(id))) {
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.error()).isEqualTo("ResourceNotFoundException");
                }
            }
            assertThat(imports.create("CSV").error()).isEqualTo("ResourceNotFoundException");
            assertThat(imports.stage
                            .call("ListAddressListImportJobs", "{'AddressListId':'%s'}".formatted(imports.list))
                            .error())
                    .isEqualTo("ResourceNotFoundException");
        }
    }

    @OnEveryDatabase
    void whatBreaksTheContractIsRefused(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            String good = "{'AddressListId':'%s','Name':'new','ImportDataFormat':{'ImportDataType':'CSV'}}"
                    .formatted(imports.list);
            for (String bad : List.of(
                    good.replace("CSV", "XML"),
                    good.replace("'new'", "'a b'"),
                    good.replace("'new'", "''"),
                    good.replace("'Name':'new',", ""),
                    good.replace("{'ImportDataType':'CSV'}", "{}"))) {
                assertThat(imports.stage.call("CreateAddressListImportJob", bad).error())
                        .isEqualTo("ValidationException");
            }
        }
    }

    @OnEveryDatabase
    void theLatestJobsComeFirstInPages(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            var made = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                made.addFirst(imports.create("CSV").text("JobId"));
            }
            var seen = new ArrayList<String>();
            String token = "";
            do {
                String next = token.isEmpty() ? "" : ",'NextToken':'" + token + "'";
                Answer page = imports.stage.call(
                        "ListAddressListImportJobs",
                        "{'AddressListId':'" + imports.list + "','PageSize':2" + next + "}");
                page.body().path("ImportJobs").forEach(job -> {
                    seen.add(job.path("JobId").asText());
                    assertThat(job.path("PreSignedUrl").asText()).startsWith("http://");
                });
                token = page.text("NextToken");
            } while (!token.isEmpty());
            assertThat(seen).isEqualTo(made);
        }
    }

    // A job of a list that is gone has nothing to add to.
    @OnEveryDatabase
    void jobsGoWithTheirList(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            String id = imports.create("CSV").text("JobId");
            imports.stage.call("DeleteAddressList", "{'AddressListId':'%s'}".formatted(imports.list));
            assertThat(imports.get(id).error()).isEqualTo("ResourceNotFoundException");
        }
    }

    private static List<String> jobs(Imports imports) {
        var ids = new ArrayList<String>();
        imports.stage
                .call("ListAddressListImportJobs", "{'AddressListId':'%s'}".formatted(imports.list))
                .body()
                .path("ImportJobs")
                .forEach(job -> ids.add(job.path("JobId").asText()));
        return ids;
    }
}
