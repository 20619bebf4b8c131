package dev.entrepot.e2e.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.DataFormat;
import software.amazon.awssdk.services.sesv2.model.GetImportJobResponse;
import software.amazon.awssdk.services.sesv2.model.ImportDestination;
import software.amazon.awssdk.services.sesv2.model.ImportJobSummary;
import software.amazon.awssdk.services.sesv2.model.JobStatus;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** Import jobs through the SDK for Java: from the upload of a file to the download of what failed (SES dossier, section 6). */
class ImportJobTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private static SesV2Client ses;

    @BeforeAll
    static void create() {
        ses = ENTREPOT.ses();
        ses.createContactList(list -> list.contactListName("news"));
        ENTREPOT.s3().createBucket(bucket -> bucket.bucket("files"));
    }

    private static ImportDestination contacts(String list) {
        return ImportDestination.builder()
                .contactListDestination(to -> to.contactListName(list).contactListImportAction("PUT"))
                .build();
    }

    private static GetImportJobResponse run(ImportDestination destination, DataFormat format, String file) {
        ENTREPOT.s3().putObject(put -> put.bucket("files").key("dir/file"), RequestBody.fromString(file));
        String id = ses.createImportJob(job -> job.importDestination(destination)
                        .importDataSource(
                                source -> source.s3Url("s3://files/dir/file").dataFormat(format)))
                .jobId();
        return Eventually.eventually(
                LONGEST,
                () -> ses.getImportJob(get -> get.jobId(id)),
                job -> job.jobStatus() == JobStatus.COMPLETED || job.jobStatus() == JobStatus.FAILED);
    }

    // [1] [41]
    @Test
    void whatFailedIsDownloadedMendedAndImportedAgain() throws Exception {
        GetImportJobResponse job =
                run(contacts("news"), DataFormat.CSV, "emailAddress\nann@example.com\nbob@\neve@example.com\n");
        assertThat(job.jobStatusAsString()).isEqualTo("COMPLETED");
        assertThat(job.processedRecordsCount()).isEqualTo(3);
        assertThat(job.failedRecordsCount()).isEqualTo(1);
        assertThat(job.completedTimestamp()).isAfterOrEqualTo(job.createdTimestamp());
        try (InputStream failed =
                URI.create(job.failureInfo().failedRecordsS3Url()).toURL().openStream()) {
            assertThat(new String(failed.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("line,errorCode,errorMessage,record\n"
                            + "3,BadRequestException,\"EmailAddress <bob@> is invalid\",\"bob@\"\n");
        }
        var rejected = ENTREPOT.s3()
                .getObjectAsBytes(get -> get.bucket("entrepot-ses-000000000000-us-east-1")
                        .key("import-jobs/" + job.jobId() + "/rejected.csv"));
        assertThat(rejected.response().serverSideEncryptionAsString()).isEqualTo("AES256");
        String mended = rejected.asString(StandardCharsets.UTF_8).replace("bob@", "bob@example.com");
        assertThat(run(contacts("news"), DataFormat.CSV, mended).failureInfo()).isNull();
        assertThat(ses.getContact(get -> get.contactListName("news").emailAddress("bob@example.com"))
                        .unsubscribeAll())
                .isFalse();
    }

    // [2] The model does not know this error here, so clients have no type for it.
    @Test
    void aListThatIsNotThereIsSaidAtOnce() {
        assertThatThrownBy(() -> run(contacts("nope"), DataFormat.CSV, ""))
                .isInstanceOfSatisfying(SesV2Exception.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(404);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("NotFoundException");
                    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("ContactList <nope> doesn't exist");
                });
    }

    // [30] [43]
    @Test
    void theSuppressionListIsLoadedAndItsJobsAreListedPageByPage() {
        var suppression = ImportDestination.builder()
                .suppressionListDestination(to -> to.suppressionListImportAction("PUT"))
                .build();
        List<String> ids = List.of("a", "b", "c").stream()
                .map(name -> run(
                                suppression,
                                DataFormat.JSON,
                                "{\"emailAddress\":\"%s@example.com\",\"reason\":\"BOUNCE\"}".formatted(name))
                        .jobId())
                .toList();
        assertThat(ses.getSuppressedDestination(get -> get.emailAddress("b@example.com"))
                        .suppressedDestination()
                        .reasonAsString())
                .isEqualTo("BOUNCE");
        List<String> listed =
                ses
                        .listImportJobsPaginator(list ->
                                list.importDestinationType("SUPPRESSION_LIST").pageSize(1))
                        .stream()
                        .flatMap(page -> page.importJobs().stream())
                        .map(ImportJobSummary::jobId)
                        .toList();
        assertThat(listed).isEqualTo(ids.reversed());
    }
}
