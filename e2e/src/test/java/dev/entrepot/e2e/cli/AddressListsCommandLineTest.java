package dev.entrepot.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command line speaks awsJson1_0 to Mail Manager, where the Java SDK speaks CBOR (dossier, section 0.1). */
class AddressListsCommandLineTest {
    private static final String NONE = "SKIPPED: no aws command line that knows mailmanager is on the PATH";

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private final Aws aws = new Aws(ENTREPOT.server().data());

    @BeforeAll
    static void find() {
        boolean here = Aws.knows("mailmanager", "create-address-list-import-job");
        if (!here) {
            System.err.println(NONE);
        }
        assumeTrue(here, NONE);
    }

    // [45] [47]
    @Test
    void anAddressListIsFilledAndListed() throws Exception {
        String list = aws.json("mailmanager", "create-address-list", "--address-list-name", "mine")
                .path("AddressListId")
                .asText();
        aws.ok("mailmanager", "register-member-to-address-list", "--address-list-id", list, "--address", "*@x.com");
        assertThat(aws.run("mailmanager", "get-member-of-address-list", "--address-list-id", list, "--address", "a@x.c")
                        .err())
                .contains("(ResourceNotFoundException)");
        assertThat(aws.run("mailmanager", "create-address-list", "--address-list-name", "mine")
                        .err())
                .contains("(ConflictException)");
        JsonNode created = aws.json(
                "mailmanager",
                "create-address-list-import-job",
                "--address-list-id",
                list,
                "--name",
                "new",
                "--import-data-format",
                "ImportDataType=JSON");
        try (var http = HttpClient.newHttpClient()) {
            var put = HttpRequest.newBuilder(
                            URI.create(created.path("PreSignedUrl").asText()))
                    .PUT(BodyPublishers.ofString("{\"items\":[{\"address\":\"a@x.com\"},{\"address\":\"no\"}]}"))
                    .build();
            assertThat(http.send(put, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
        String id = created.path("JobId").asText();
        aws.ok("mailmanager", "start-address-list-import-job", "--job-id", id);
        JsonNode job = Eventually.eventually(
                Duration.ofMinutes(1),
                () -> aws.json("mailmanager", "get-address-list-import-job", "--job-id", id),
                now -> !now.path("Status").asText().equals("PROCESSING"));
        assertThat(job.path("Status").asText()).isEqualTo("COMPLETED");
        assertThat(job.path("ImportedItemsCount").asInt()).isEqualTo(1);
        assertThat(job.path("FailedItemsCount").asInt()).isEqualTo(1);
        assertThat(ENTREPOT.server().command("watch", id).out())
                .as("the id that AWS's client was given is known")
                .isEqualTo("2 records done, 1 of them rejected\n");
        assertThat(aws.json("mailmanager", "list-members-of-address-list", "--address-list-id", list)
                        .path("Addresses"))
                .extracting(member -> member.path("Address").asText())
                .containsExactly("*@x.com", "a@x.com");
    }
}
