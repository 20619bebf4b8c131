package dev.entrepot.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command line stands for botocore, which signs, encodes and pages in ways of its own (SES dossier, section 1.3). */
class SesCommandLineTest {
    private static final String NONE = "SKIPPED: no aws command line that knows sesv2 is on the PATH";

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving("--contact-lists", "2");

    private final Aws aws = new Aws(ENTREPOT.server().data());

    @BeforeAll
    static void find() {
        boolean here = Aws.knows("sesv2", "list-contacts");
        if (!here) {
            System.err.println(NONE);
        }
        assumeTrue(here, NONE);
    }

    // [46] [47] [49]
    @Test
    void contactsAreWrittenAndListed() {
        String odd = "o'x/y+z@example.com";
        aws.ok("sesv2", "create-contact-list", "--contact-list-name", "other");
        aws.ok(
                "sesv2",
                "create-contact-list",
                "--contact-list-name",
                "news",
                "--topics",
                "TopicName=Sports,DisplayName=Sports,DefaultSubscriptionStatus=OPT_OUT",
                "--tags",
                "Key=team,Value=x");
        assertThat(aws.run("sesv2", "create-contact-list", "--contact-list-name", "third")
                        .err())
                .contains("(BadRequestException)", "A maximum of 2 Lists allowed per account.");
        aws.ok("sesv2", "create-contact", "--contact-list-name", "news", "--email-address", odd);
        aws.ok(
                "sesv2",
                "create-contact",
                "--contact-list-name",
                "news",
                "--email-address",
                "in@example.com",
                "--topic-preferences",
                "TopicName=Sports,SubscriptionStatus=OPT_IN");

        JsonNode contact = aws.json("sesv2", "get-contact", "--contact-list-name", "news", "--email-address", odd);
        assertThat(contact.path("EmailAddress").asText()).isEqualTo(odd);
        assertThat(aws.json(
                                "sesv2",
                                "list-contacts",
                                "--contact-list-name",
                                "news",
                                "--filter",
                                "FilteredStatus=OPT_OUT,TopicFilter={TopicName=Sports,UseDefaultIfPreferenceUnavailable=true}")
                        .findValuesAsText("EmailAddress"))
                .containsExactly(odd);
        JsonNode first = aws.json("sesv2", "list-contacts", "--contact-list-name", "news", "--page-size", "1");
        assertThat(aws.json(
                                "sesv2",
                                "list-contacts",
                                "--contact-list-name",
                                "news",
                                "--next-token",
                                first.path("NextToken").asText())
                        .findValuesAsText("EmailAddress"))
                .containsExactly(odd);
        assertThat(aws.run("sesv2", "get-contact", "--contact-list-name", "news", "--email-address", "nobody@x.org")
                        .err())
                .contains("(NotFoundException)", "nobody@x.org doesn't exist in List.");
        String arn = "arn:aws:ses:us-east-1:000000000000:contact-list/news";
        aws.ok("sesv2", "tag-resource", "--resource-arn", arn, "--tags", "Key=a b,Value=c");
        aws.ok("sesv2", "untag-resource", "--resource-arn", arn, "--tag-keys", "team", "none");
        assertThat(aws.json("sesv2", "list-tags-for-resource", "--resource-arn", arn)
                        .findValuesAsText("Key"))
                .containsExactly("a b");
    }

    // [30] by the API, [50]
    @Test
    void suppressedDestinationsAreWrittenAndListed() {
        for (String reason : new String[] {"BOUNCE", "COMPLAINT"}) {
            aws.ok("sesv2", "put-suppressed-destination", "--email-address", reason + "@X.org", "--reason", reason);
        }
        assertThat(aws.json(
                                "sesv2",
                                "list-suppressed-destinations",
                                "--reasons",
                                "BOUNCE",
                                "--start-date",
                                "2020-01-02T03:04:05.678Z")
                        .findValuesAsText("EmailAddress"))
                .containsExactly("BOUNCE@x.org");
        assertThat(aws.json("sesv2", "list-suppressed-destinations", "--reasons", "BOUNCE", "COMPLAINT")
                        .findValuesAsText("EmailAddress"))
                .containsExactly("BOUNCE@x.org", "COMPLAINT@x.org");
    }

    // [56] [57] [59]
    @Test
    void anExportJobIsMadeAndFollowed() {
        String source = """
                {"MessageInsightsDataSource": {"StartDate": "2026-01-02T00:00:00Z", "EndDate": "2026-01-03T00:00:00Z",
                 "Include": {"Subject": ["Offer*"]}, "MaxResults": 10}}""";
        String job = aws.json(
                        "sesv2",
                        "create-export-job",
                        "--export-data-source",
                        source,
                        "--export-destination",
                        "DataFormat=JSON")
                .path("JobId")
                .asText();
        JsonNode ended = Eventually.eventually(
                Duration.ofMinutes(1),
                () -> aws.json("sesv2", "get-export-job", "--job-id", job),
                seen -> seen.path("JobStatus").asText().equals("COMPLETED"));
        assertThat(ended.at("/Statistics/ExportedRecordsCount").asInt(-1)).isZero();
        assertThat(ended.at("/ExportDestination/S3Url").asText()).startsWith("http://");
        assertThat(aws.json("sesv2", "list-export-jobs", "--export-source-type", "MESSAGE_INSIGHTS")
                        .findValuesAsText("JobId"))
                .containsExactly(job);
        assertThat(aws.run("sesv2", "cancel-export-job", "--job-id", job).err()).contains("(BadRequestException)");
    }
}
