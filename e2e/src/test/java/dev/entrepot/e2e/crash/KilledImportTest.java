package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Contact;
import software.amazon.awssdk.services.sesv2.model.DataFormat;
import software.amazon.awssdk.services.sesv2.model.GetImportJobResponse;
import software.amazon.awssdk.services.sesv2.model.JobStatus;
import software.amazon.awssdk.services.sesv2.model.SubscriptionStatus;
import software.amazon.awssdk.services.sesv2.model.Topic;
import software.amazon.awssdk.services.sesv2.model.TopicPreference;

/** Every record of an import takes effect once, however often the server dies over it (SES dossier, case 39). */
class KilledImportTest {
    private static final String BUCKET = "imports";
    private static final String LIST = "news";
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private static SesV2Client ses;

    @BeforeAll
    static void createBucket() {
        ses = ENTREPOT.ses();
        ENTREPOT.s3().createBucket(create -> create.bucket(BUCKET));
    }

    @Test
    void killedAtRandomMomentsImportsTakeEffectOnce() throws Exception {
        kill(120_000, 6);
    }

    @Test
    @Tag("long")
    void killedAtTwentyRandomMomentsLargeImportsTakeEffectOnce() throws Exception {
        kill(500_000, 20);
    }

    /** As in {@link LargeExportTest}: an import that ends before its next kill is followed by another one, into a new list. */
    private static void kill(int rows, int times) throws Exception {
        long seed = new Random().nextLong();
        System.out.println("File and moments of the kills come from seed " + seed);
        var random = new Random(seed);
        var nasty = new NastyContacts(rows, seed);
        ENTREPOT.s3().putObject(put -> put.bucket(BUCKET).key("file"), RequestBody.fromBytes(nasty.file()));
        long begin = System.nanoTime();
        GetImportJobResponse undisturbed = ended(start());
        long duration = System.nanoTime() - begin;
        check(nasty, rows, undisturbed);

        int kills = 0;
        while (kills < times) {
            String id = start();
            boolean ended = false;
            while (!ended && kills < times) {
                ended = runsFor(id, random.nextLong(duration));
                if (!ended) {
                    ENTREPOT.server().kill();
                    kills++;
                    ENTREPOT.server().startAgain();
                }
            }
            check(nasty, rows, ended(id));
        }
    }

    /** Into a list that nothing was imported into before, which could hide that something is missing. */
    private static String start() {
        if (!ses.listContactLists(list -> {}).contactLists().isEmpty()) {
            ses.deleteContactList(delete -> delete.contactListName(LIST));
        }
        ses.createContactList(create -> create.contactListName(LIST)
                .topics(Topic.builder()
                        .topicName("Sports")
                        .displayName("Sports")
                        .defaultSubscriptionStatus(SubscriptionStatus.OPT_OUT)
                        .build()));
        return ses.createImportJob(create -> create.importDestination(destination -> destination.contactListDestination(
                                list -> list.contactListName(LIST).contactListImportAction("PUT")))
                        .importDataSource(source ->
                                source.s3Url("s3://" + BUCKET + "/file").dataFormat(DataFormat.CSV)))
                .jobId();
    }

    private static GetImportJobResponse get(String id) {
        return ses.getImportJob(get -> get.jobId(id));
    }

    private static boolean hasEnded(GetImportJobResponse job) {
        return job.jobStatus() == JobStatus.COMPLETED || job.jobStatus() == JobStatus.FAILED;
    }

    private static GetImportJobResponse ended(String id) {
        return Eventually.eventually(LONGEST, () -> get(id), KilledImportTest::hasEnded);
    }

    /** Lets the import run this long, or until it ends; returns whether it did. */
    private static boolean runsFor(String id, long nanos) {
        long until = System.nanoTime() + nanos;
        return hasEnded(
                Eventually.eventually(LONGEST, () -> get(id), job -> hasEnded(job) || System.nanoTime() >= until));
    }

    private static void check(NastyContacts nasty, int rows, GetImportJobResponse job) throws IOException {
        assertThat(job.jobStatusAsString() + " " + job.processedRecordsCount() + "/" + job.failedRecordsCount())
                .isEqualTo("COMPLETED " + rows + "/" + nasty.failures());
        String failed = download(job.failureInfo().failedRecordsS3Url());
        assertThat(failed.equals(nasty.failed())).as("the failed records").isTrue();
        String rejected = ENTREPOT.s3()
                .getObjectAsBytes(get -> get.bucket("entrepot-ses-000000000000-us-east-1")
                        .key("import-jobs/" + job.jobId() + "/rejected.csv"))
                .asString(StandardCharsets.UTF_8);
        assertThat(rejected.equals(nasty.rejected())).as("the rejected records").isTrue();
        checkList(nasty.contacts());
    }

    /** Over plain HTTP, with no credentials but those in the link. */
    private static String download(String url) throws IOException {
        try (InputStream file = URI.create(url).toURL().openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void checkList(Map<String, NastyContacts.Contact> expected) {
        Map<String, String> listed = new TreeMap<>();
        ses.listContactsPaginator(list -> list.contactListName(LIST).pageSize(1_000)).stream()
                .flatMap(page -> page.contacts().stream())
                .forEach(contact -> listed.put(contact.emailAddress(), text(contact)));
        Map<String, String> wanted = new TreeMap<>();
        expected.forEach(
                (address, contact) -> wanted.put(address, contact.unsubscribed() + " " + contact.preference()));
        assertThat(listed.equals(wanted))
                .as("the list: %s contacts and not %s", listed.size(), wanted.size())
                .isTrue();
        int number = 0;
        for (var each : expected.entrySet()) {
            if (number++ % (expected.size() / 200) == 0) {
                String attributes = ses.getContact(
                                get -> get.contactListName(LIST).emailAddress(each.getKey()))
                        .attributesData();
                assertThat(attributes == null ? "" : attributes)
                        .isEqualTo(each.getValue().attributes());
            }
        }
    }

    private static String text(Contact contact) {
        return contact.unsubscribeAll() + " "
                + contact.topicPreferences().stream()
                        .map(TopicPreference::subscriptionStatusAsString)
                        .findAny()
                        .orElse("");
    }
}
