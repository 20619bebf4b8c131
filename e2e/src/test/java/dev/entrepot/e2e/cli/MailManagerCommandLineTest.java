package dev.entrepot.e2e.cli;

import static dev.entrepot.e2e.mailmanager.LoadedArchive.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import dev.entrepot.e2e.mailmanager.LoadedArchive;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command line stands for botocore, which speaks JSON and takes times as texts. */
class MailManagerCommandLineTest {
    private static final String NONE = "SKIPPED: no aws command line that knows mailmanager is on the PATH";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private static String archive;
    private final Aws aws = new Aws(ENTREPOT.server().data());

    @BeforeAll
    static void find() {
        boolean here = Aws.knows("mailmanager", "start-archive-search");
        if (!here) {
            System.err.println(NONE);
        }
        assumeTrue(here, NONE);
        archive = LoadedArchive.load(ENTREPOT).id();
    }

    @Test
    void mailIsSearchedAndExported() {
        String search = aws.json(
                        "mailmanager",
                        "start-archive-search",
                        "--archive-id",
                        archive,
                        "--from-timestamp",
                        "2002-11-14T09:51:00Z",
                        "--to-timestamp",
                        "2002-11-14T09:52:00Z",
                        "--max-results",
                        "10")
                .path("SearchId")
                .asText();
        assertThat(ended("get-archive-search", "--search-id", search)).isEqualTo("COMPLETED");
        JsonNode rows = aws.json("mailmanager", "get-archive-search-results", "--search-id", search)
                .path("Rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.path(1).path("Subject").asText()).isEqualTo("\u00dcbersicht");

        String export = aws.json(
                        "mailmanager",
                        "start-archive-export",
                        "--archive-id",
                        archive,
                        "--from-timestamp",
                        "2002-11-01T00:00:00Z",
                        "--to-timestamp",
                        "2002-12-01T00:00:00Z",
                        "--export-destination-configuration",
                        "S3={S3Location=s3://" + BUCKET + "/cli/}")
                .path("ExportId")
                .asText();
        assertThat(ended("get-archive-export", "--export-id", export)).isEqualTo("COMPLETED");
        assertThat(aws.ok("s3", "ls", "s3://" + BUCKET + "/cli/").lines().filter(line -> line.endsWith(".eml")))
                .hasSize(3);
        assertThat(aws.run("mailmanager", "get-archive-export", "--export-id", "unknown")
                        .err())
                .contains("(ValidationException)");
    }

    private String ended(String operation, String option, String id) {
        return Eventually.eventually(
                LONGEST,
                () -> aws.json("mailmanager", operation, option, id)
                        .path("Status")
                        .path("State")
                        .asText(),
                state -> state.equals("COMPLETED") || state.equals("FAILED"));
    }
}
