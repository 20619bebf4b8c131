package dev.entrepot.e2e.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.DataFormat;
import software.amazon.awssdk.services.sesv2.model.DeliveryEventType;
import software.amazon.awssdk.services.sesv2.model.ExportDataSource;
import software.amazon.awssdk.services.sesv2.model.ExportMetric;
import software.amazon.awssdk.services.sesv2.model.ExportSourceType;
import software.amazon.awssdk.services.sesv2.model.GetExportJobResponse;
import software.amazon.awssdk.services.sesv2.model.JobStatus;
import software.amazon.awssdk.services.sesv2.model.Metric;
import software.amazon.awssdk.services.sesv2.model.MetricAggregation;
import software.amazon.awssdk.services.sesv2.model.MetricDimensionName;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/** From event files to a downloaded export, by the command line and an unmodified SDK. */
class ExportJobsTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @TempDir
    static Path directory;

    private final SesV2Client ses = ENTREPOT.ses();

    /** Three messages sent, two delivered, one bounced, one opened; in a line a record, in gzip, and as an array. */
    @BeforeAll
    static void load() throws IOException {
        Path files = Files.createDirectories(directory.resolve("events/2026"));
        Files.writeString(
                files.resolve("a.jsonl"),
                EventFiles.send(1, "a@gmail.com")
                        + EventFiles.send(2, "b@gmail.com")
                        + EventFiles.send(3, "c@gmail.com"));
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(files.resolve("b.jsonl.gz")))) {
            gzip.write((EventFiles.delivery(1, "a@gmail.com") + EventFiles.delivery(2, "b@gmail.com"))
                    .getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(
                files.resolve("c.json"),
                "[" + EventFiles.bounce(3, "c@gmail.com") + ",\n" + EventFiles.open(1, "a@gmail.com") + "]");
        Files.writeString(files.resolve("notes.txt"), "none of it");
        assertThat(load("events")).isEqualTo(new Ran(0, "7 event records loaded, 0 known before\n", ""));
    }

    private static Ran load(String source) {
        return ENTREPOT.server()
                .command("ses", "events", "load", directory.resolve(source).toString());
    }

    @Test
    void loadingAgainChangesNothingAndWhatIsNoRecordIsToldByFileAndLine() throws IOException {
        assertThat(load("events").out()).isEqualTo("0 event records loaded, 7 known before\n");
        Path broken = Files.writeString(
                directory.resolve("broken.jsonl"),
                EventFiles.send(1, "a@gmail.com") + "nonsense\n{\"eventType\":\"Open\"}\n");
        Ran ran = load("broken.jsonl");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("0 event records loaded, 1 known before\n");
        assertThat(ran.err())
                .isEqualTo(broken + ":2: The line does not begin a JSON object.\n" + broken
                        + ":3: It has no mail.messageId.\nentrepot: 2 records were rejected\n");
        assertThat(load("nosuch").err())
                .isEqualTo("entrepot: There is no file '" + directory.resolve("nosuch") + "'\n");
    }

    private GetExportJobResponse ended(ExportDataSource source, DataFormat format) {
        String id = ses.createExportJob(
                        create -> create.exportDataSource(source).exportDestination(to -> to.dataFormat(format)))
                .jobId();
        return SesExports.ended(ses, id);
    }

    private static String download(String url) throws IOException {
        try (InputStream file = URI.create(url).toURL().openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    // [54] [56]
    @Test
    void metricsAreCountedAndDownloadedWithoutCredentials() throws IOException {
        GetExportJobResponse job = ended(
                ExportDataSource.builder()
                        .metricsDataSource(metrics -> metrics.namespace("VDM")
                                .startDate(EventFiles.SENT)
                                .endDate(EventFiles.SENT.plus(Duration.ofDays(1)))
                                .dimensions(Map.of(MetricDimensionName.ISP, List.of("*")))
                                .metrics(
                                        metric(Metric.SEND, MetricAggregation.VOLUME),
                                        metric(Metric.DELIVERY, MetricAggregation.RATE),
                                        metric(Metric.PERMANENT_BOUNCE, MetricAggregation.RATE),
                                        metric(Metric.OPEN, MetricAggregation.RATE)))
                        .build(),
                DataFormat.CSV);
        assertThat(job.jobStatus()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.exportSourceType()).isEqualTo(ExportSourceType.METRICS_DATA);
        assertThat(job.statistics().processedRecordsCount()).isEqualTo(3);
        assertThat(job.statistics().exportedRecordsCount()).isEqualTo(1);
        assertThat(download(job.exportDestination().s3Url()))
                .isEqualTo("ISP,SEND_VOLUME,DELIVERY_RATE,PERMANENT_BOUNCE_RATE,OPEN_RATE\r\n"
                        + "Gmail,3,0.666667,0.333333,0.5\r\n");
    }

    private static ExportMetric metric(Metric name, MetricAggregation aggregation) {
        return ExportMetric.builder().name(name).aggregation(aggregation).build();
    }

    // [55] [56]
    @Test
    void insightsAreFilteredAndWritten() throws IOException {
        GetExportJobResponse job = ended(
                ExportDataSource.builder()
                        .messageInsightsDataSource(insights -> insights.startDate(EventFiles.SENT)
                                .endDate(EventFiles.SENT.plus(Duration.ofDays(1)))
                                .include(filters -> filters.subject("Offer*").isp("Gmail"))
                                .exclude(filters -> filters.lastDeliveryEvent(DeliveryEventType.DELIVERY)))
                        .build(),
                DataFormat.JSON);
        assertThat(job.statistics().exportedRecordsCount()).isEqualTo(1);
        assertThat(job.exportDataSource().messageInsightsDataSource().include().subject())
                .containsExactly("Offer*");
        assertThat(download(job.exportDestination().s3Url()))
                .contains("\"MessageId\":\"m0000003\"", "\"LastDeliveryEvent\":\"PERMANENT_BOUNCE\"");
        assertThat(download(
                        SesExports.ended(ses, job.jobId()).exportDestination().s3Url()))
                .isNotEmpty();
    }

    // [53] [57] [58]
    @Test
    void refusalsAndListingsAreTheSdksOwn() {
        ExportDataSource source = SesExports.everything();
        GetExportJobResponse job = ended(source, DataFormat.CSV);
        assertThatThrownBy(() -> ses.cancelExportJob(cancel -> cancel.jobId(job.jobId())))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("is COMPLETED and cannot be cancelled.");
        assertThatThrownBy(() -> ses.getExportJob(get -> get.jobId("nope"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ses.createExportJob(create -> create.exportDataSource(source.toBuilder()
                                .messageInsightsDataSource(source.messageInsightsDataSource().toBuilder()
                                        .maxResults(20_000)
                                        .build())
                                .build())
                        .exportDestination(to -> to.dataFormat(DataFormat.CSV))))
                .isInstanceOf(BadRequestException.class);
        assertThat(ses
                        .listExportJobsPaginator(list -> list.pageSize(1)
                                .jobStatus(JobStatus.COMPLETED)
                                .exportSourceType(ExportSourceType.MESSAGE_INSIGHTS))
                        .stream()
                        .flatMap(page -> page.exportJobs().stream())
                        .map(each -> each.jobId()))
                .contains(job.jobId())
                .doesNotHaveDuplicates();
    }
}
