import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.ContactListImportAction;
import software.amazon.awssdk.services.sesv2.model.DataFormat;
import software.amazon.awssdk.services.sesv2.model.JobStatus;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SubscriptionStatus;
import software.amazon.awssdk.services.sesv2.model.Topic;

/** Imports contacts into an SES contact list, shows what was refused, and exports what became of mail. */
public final class SesImportExport {
    private static final String LIST = "news";
    private static final String BUCKET = "contacts-java";
    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

    private SesImportExport() {}

    /** @param arguments the file of contacts */
    public static void main(String[] arguments) throws Exception {
        try (var ses = SesV2Client.create();
                var s3 = S3Client.create()) {
            makeList(ses);
            s3.createBucket(create -> create.bucket(BUCKET));
            s3.putObject(put -> put.bucket(BUCKET).key("contacts.csv"), Path.of(arguments[0]));
            importContacts(ses);
            exportInsights(ses);
        }
    }

    private static void makeList(SesV2Client ses) {
        try {
            ses.getContactList(list -> list.contactListName(LIST));
        } catch (NotFoundException e) {
            Topic[] topics = Stream.of("Sports", "Cycling")
                    .map(name -> Topic.builder()
                            .topicName(name)
                            .displayName(name)
                            .defaultSubscriptionStatus(SubscriptionStatus.OPT_IN)
                            .build())
                    .toArray(Topic[]::new);
            ses.createContactList(list -> list.contactListName(LIST).topics(topics));
        }
    }

    private static void importContacts(SesV2Client ses) throws Exception {
        String id = ses.createImportJob(job -> job.importDestination(to -> to.contactListDestination(list ->
                                list.contactListName(LIST).contactListImportAction(ContactListImportAction.PUT)))
                        .importDataSource(from ->
                                from.s3Url("s3://" + BUCKET + "/contacts.csv").dataFormat(DataFormat.CSV)))
                .jobId();
        await(() -> ses.getImportJob(get -> get.jobId(id)).jobStatus());
        var job = ses.getImportJob(get -> get.jobId(id));
        System.out.printf("%d records processed, %d failed%n", job.processedRecordsCount(), job.failedRecordsCount());
        if (job.failureInfo() != null) {
            download(job.failureInfo().failedRecordsS3Url());
        }
    }

    private static void exportInsights(SesV2Client ses) throws Exception {
        String id = ses.createExportJob(job -> job.exportDataSource(from -> from.messageInsightsDataSource(
                                insights -> insights.startDate(DAY).endDate(DAY.plus(Duration.ofDays(1)))))
                        .exportDestination(to -> to.dataFormat(DataFormat.CSV)))
                .jobId();
        await(() -> ses.getExportJob(get -> get.jobId(id)).jobStatus());
        var job = ses.getExportJob(get -> get.jobId(id));
        System.out.println(job.statistics().exportedRecordsCount() + " messages exported");
        download(job.exportDestination().s3Url());
    }

    /** SES has no waiters: the job is asked for until it has ended. */
    private static void await(Supplier<JobStatus> status) throws InterruptedException {
        JobStatus now;
        while ((now = status.get()) == JobStatus.CREATED || now == JobStatus.PROCESSING) {
            Thread.sleep(200);
        }
        if (now != JobStatus.COMPLETED) {
            throw new IllegalStateException("The job ended as " + now);
        }
    }

    private static void download(String url) throws IOException {
        try (InputStream file = URI.create(url).toURL().openStream()) {
            file.transferTo(System.out);
        }
    }
}
