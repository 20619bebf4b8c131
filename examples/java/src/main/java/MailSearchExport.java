import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.mailmanager.MailManagerClient;
import software.amazon.awssdk.services.mailmanager.model.ArchiveFilterCondition;
import software.amazon.awssdk.services.mailmanager.model.ArchiveFilters;
import software.amazon.awssdk.services.mailmanager.model.ArchiveStringEmailAttribute;
import software.amazon.awssdk.services.mailmanager.model.ArchiveStringOperator;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Searches a mail archive, shows what was found, exports it to S3 and reads the first message back. */
public final class MailSearchExport {
    private static final String BUCKET = "letters-java";
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-31T00:00:00Z");

    private final MailManagerClient mail = MailManagerClient.create();
    private final S3Client s3 = S3Client.create();
    private final String archive;
    private final ArchiveFilters filters;

    private MailSearchExport(String archive, String word) {
        this.archive = archive;
        this.filters = ArchiveFilters.builder()
                .include(ArchiveFilterCondition.fromStringExpression(
                        subject -> subject.evaluate(evaluate -> evaluate.attribute(ArchiveStringEmailAttribute.SUBJECT))
                                .operator(ArchiveStringOperator.CONTAINS)
                                .values(word)))
                .build();
    }

    /** @param arguments the archive's id and a word of the subject */
    public static void main(String[] arguments) throws InterruptedException {
        var example = new MailSearchExport(arguments[0], arguments[1]);
        example.search();
        example.export();
    }

    private void search() throws InterruptedException {
        String id = mail.startArchiveSearch(search -> search.archiveId(archive)
                        .filters(filters)
                        .fromTimestamp(FROM)
                        .toTimestamp(TO)
                        .maxResults(1000))
                .searchId();
        await(() -> mail.getArchiveSearch(get -> get.searchId(id)).status().stateAsString());
        mail.getArchiveSearchResults(get -> get.searchId(id))
                .rows()
                .forEach(row ->
                        System.out.println(row.receivedTimestamp().toString().substring(0, 10) + " " + row.from()
                                + " - " + row.subject()));
    }

    private void export() throws InterruptedException {
        s3.createBucket(create -> create.bucket(BUCKET));
        String id = mail.startArchiveExport(export -> export.archiveId(archive)
                        .filters(filters)
                        .fromTimestamp(FROM)
                        .toTimestamp(TO)
                        .includeMetadata(true)
                        .exportDestinationConfiguration(
                                to -> to.s3(location -> location.s3Location("s3://" + BUCKET + "/found/"))))
                .exportId();
        await(() -> mail.getArchiveExport(get -> get.exportId(id)).status().stateAsString());
        List<String> messages = s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("found/")).contents().stream()
                .map(S3Object::key)
                .filter(key -> key.endsWith(".eml"))
                .toList();
        System.out.println(messages.size() + " messages exported");
        System.out.print(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(messages.getFirst()))
                .asUtf8String());
    }

    /** Mail Manager has no waiters: the job is asked for until it has ended. */
    private static void await(Supplier<String> state) throws InterruptedException {
        String now;
        while (!List.of("COMPLETED", "FAILED", "CANCELLED").contains(now = state.get())) {
            Thread.sleep(200);
        }
        if (!now.equals("COMPLETED")) {
            throw new IllegalStateException("The job ended as " + now);
        }
    }
}
