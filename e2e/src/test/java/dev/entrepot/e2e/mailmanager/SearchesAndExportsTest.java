package dev.entrepot.e2e.mailmanager;

import static dev.entrepot.e2e.mailmanager.LoadedArchive.BUCKET;
import static dev.entrepot.e2e.mailmanager.LoadedArchive.FROM;
import static dev.entrepot.e2e.mailmanager.LoadedArchive.MESSAGES;
import static dev.entrepot.e2e.mailmanager.LoadedArchive.TO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.mailmanager.MailManagerClient;
import software.amazon.awssdk.services.mailmanager.model.ArchiveBooleanEmailAttribute;
import software.amazon.awssdk.services.mailmanager.model.ArchiveBooleanOperator;
import software.amazon.awssdk.services.mailmanager.model.ArchiveFilterCondition;
import software.amazon.awssdk.services.mailmanager.model.ArchiveFilters;
import software.amazon.awssdk.services.mailmanager.model.ArchiveStringEmailAttribute;
import software.amazon.awssdk.services.mailmanager.model.ArchiveStringOperator;
import software.amazon.awssdk.services.mailmanager.model.ExportState;
import software.amazon.awssdk.services.mailmanager.model.GetArchiveExportResponse;
import software.amazon.awssdk.services.mailmanager.model.Row;
import software.amazon.awssdk.services.mailmanager.model.SearchState;
import software.amazon.awssdk.services.mailmanager.model.ValidationException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What compliance people do with an archive: find messages, look at one, take some of them out. */
class SearchesAndExportsTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private static MailManagerClient mail;
    private static String archive;

    @BeforeAll
    static void load() {
        mail = ENTREPOT.mailManager();
        archive = LoadedArchive.load(ENTREPOT).id();
    }

    private static ArchiveFilterCondition contains(ArchiveStringEmailAttribute attribute, String... values) {
        return ArchiveFilterCondition.fromStringExpression(expression -> expression
                .evaluate(evaluate -> evaluate.attribute(attribute))
                .operator(ArchiveStringOperator.CONTAINS)
                .values(values));
    }

    private static List<Row> found(ArchiveFilters filters) {
        String id = mail.startArchiveSearch(start -> start.archiveId(archive)
                        .filters(filters)
                        .fromTimestamp(FROM)
                        .toTimestamp(TO)
                        .maxResults(10))
                .searchId();
        SearchState state = Eventually.eventually(
                LONGEST,
                () -> mail.getArchiveSearch(get -> get.searchId(id)).status().state(),
                seen -> seen != SearchState.QUEUED && seen != SearchState.RUNNING);
        assertThat(state).isEqualTo(SearchState.COMPLETED);
        assertThat(mail.listArchiveSearches(list -> list.archiveId(archive)).searches())
                .first()
                .satisfies(newest -> assertThat(newest.searchId()).isEqualTo(id));
        return mail.getArchiveSearchResults(get -> get.searchId(id)).rows();
    }

    // [15] [16] [18] [19]
    @Test
    void messagesAreFoundByTheirHeadersNewestFirst() throws IOException {
        List<Row> invoices = found(ArchiveFilters.builder()
                .include(
                        contains(ArchiveStringEmailAttribute.SUBJECT, "INVOICE"),
                        contains(ArchiveStringEmailAttribute.FROM, "@example.com", "nobody"))
                .build());
        assertThat(invoices).extracting(Row::subject).containsExactly("Invoice 8", "Invoice 7");
        assertThat(invoices).extracting(Row::hasAttachments).containsExactly(true, false);
        List<Row> others = found(ArchiveFilters.builder()
                .include(ArchiveFilterCondition.fromBooleanExpression(expression -> expression
                        .evaluate(evaluate -> evaluate.attribute(ArchiveBooleanEmailAttribute.HAS_ATTACHMENTS))
                        .operator(ArchiveBooleanOperator.IS_FALSE)))
                .unless(contains(ArchiveStringEmailAttribute.FROM, "ada"))
                .build());
        assertThat(others).extracting(Row::subject).containsExactly("\u00dcbersicht");
        String link = mail.getArchiveMessage(
                        get -> get.archivedMessageId(others.getFirst().archivedMessageId()))
                .messageDownloadLink();
        try (InputStream message = URI.create(link).toURL().openStream()) {
            assertThat(new String(message.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo(MESSAGES.get(1));
        }
    }

    // [33] [35] [43]
    @Test
    void anExportBringsTheVeryBytesToTheBucket() {
        String id = mail.startArchiveExport(start -> start.archiveId(archive)
                        .fromTimestamp(FROM)
                        .toTimestamp(TO)
                        .includeMetadata(true)
                        .exportDestinationConfiguration(
                                to -> to.s3(s3 -> s3.s3Location("s3://" + BUCKET + "/case-17"))))
                .exportId();
        Set<ExportState> under = Set.of(ExportState.QUEUED, ExportState.PREPROCESSING, ExportState.PROCESSING);
        GetArchiveExportResponse export = Eventually.eventually(
                LONGEST,
                () -> mail.getArchiveExport(get -> get.exportId(id)),
                seen -> !under.contains(seen.status().state()));
        assertThat(export.status().state()).isEqualTo(ExportState.COMPLETED);
        assertThat(export.exportDestinationConfiguration().s3().s3Location()).isEqualTo("s3://" + BUCKET + "/case-17");
        List<String> keys =
                ENTREPOT.s3().listObjectsV2(list -> list.bucket(BUCKET).prefix("case-17/")).contents().stream()
                        .map(S3Object::key)
                        .toList();
        assertThat(keys).hasSize(9);
        assertThat(keys.stream().filter(key -> key.endsWith(".eml")).map(SearchesAndExportsTest::object))
                .containsExactlyElementsOf(MESSAGES);
        String folder = "case-17/_export-" + id + "/";
        assertThat(keys)
                .contains(folder + "checksums.sha256", folder + "manifest.jsonl", folder + "status.json")
                .filteredOn(key -> key.endsWith(".json"))
                .hasSize(4);
        assertThatThrownBy(() -> mail.startArchiveExport(start -> start.archiveId(archive)
                        .fromTimestamp(FROM)
                        .toTimestamp(TO)
                        .exportDestinationConfiguration(to -> to.s3(s3 -> s3.s3Location("s3://not-there/x")))))
                .isInstanceOf(ValidationException.class);
    }

    private static String object(String key) {
        return ENTREPOT.s3()
                .getObjectAsBytes(get -> get.bucket(BUCKET).key(key))
                .asUtf8String();
    }

    // [51] Releases of this SDK that are newer than the one of these tests speak CBOR.
    @Test
    void aSearchAndAnExportAreStartedInCborToo() throws IOException {
        String search = start("Search", new byte[0]);
        assertThat(mail.getArchiveSearch(get -> get.searchId(search)).maxResults())
                .isEqualTo(3);

        var destination = new ByteArrayOutputStream();
        text(destination, "ExportDestinationConfiguration");
        destination.write(0xA1); // maps of one member
        text(destination, "S3");
        destination.write(0xA1);
        text(destination, "S3Location");
        text(destination, "s3://" + BUCKET + "/cbor/");
        String export = start("Export", destination.toByteArray());
        Eventually.eventually(
                LONGEST,
                () -> mail.getArchiveExport(get -> get.exportId(export))
                        .status()
                        .state(),
                ExportState.COMPLETED::equals);
        assertThat(ENTREPOT.s3()
                        .listObjectsV2(list -> list.bucket(BUCKET).prefix("cbor/"))
                        .contents())
                .filteredOn(object -> object.key().endsWith(".eml"))
                .hasSize(3);
    }

    /** @return its id */
    private static String start(String kind, byte[] more) throws IOException {
        var request = new ByteArrayOutputStream();
        request.write(0xBF); // a map whose length is not said
        text(request, "ArchiveId");
        text(request, archive);
        text(request, "FromTimestamp");
        time(request, FROM.getEpochSecond());
        text(request, "ToTimestamp");
        time(request, TO.getEpochSecond());
        text(request, "MaxResults");
        request.write(3);
        request.write(more);
        request.write(0xFF);
        Answer answer = ENTREPOT.http("ses")
                .send(Draft.post(
                                "/service/MailManagerSvc/operation/StartArchive" + kind,
                                "application/cbor",
                                request.toByteArray())
                        .with("smithy-protocol", "rpc-v2-cbor"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("smithy-protocol")).isEqualTo("rpc-v2-cbor");
        return answer.text().replaceAll("(?s).*" + kind + "Id..", "").replaceAll("(?s)[^0-9a-f-]+$", "");
    }

    private static void text(ByteArrayOutputStream cbor, String text) throws IOException {
        cbor.write(0x78);
        cbor.write(text.length());
        cbor.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Tag 1, seconds in 64 bits. */
    private static void time(ByteArrayOutputStream cbor, long seconds) throws IOException {
        cbor.write(0xC1);
        cbor.write(0x1B);
        cbor.write(ByteBuffer.allocate(Long.BYTES).putLong(seconds).array());
    }
}
