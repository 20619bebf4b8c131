package dev.entrepot.e2e.mailmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.mailmanager.MailManagerClient;
import software.amazon.awssdk.services.mailmanager.model.ConflictException;
import software.amazon.awssdk.services.mailmanager.model.CreateAddressListImportJobResponse;
import software.amazon.awssdk.services.mailmanager.model.GetAddressListImportJobResponse;
import software.amazon.awssdk.services.mailmanager.model.ImportDataType;
import software.amazon.awssdk.services.mailmanager.model.ImportJobStatus;
import software.amazon.awssdk.services.mailmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.mailmanager.model.SavedAddress;
import software.amazon.awssdk.services.mailmanager.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.mailmanager.model.Tag;
import software.amazon.awssdk.services.mailmanager.model.ValidationException;

/** Address lists by an SDK that speaks CBOR; files are uploaded with plain PUT, by whatever has the link. */
class AddressListsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving("--limits", "aws");

    private static MailManagerClient mail;

    @BeforeAll
    static void client() {
        mail = ENTREPOT.mailManager();
    }

    @AfterAll
    static void close() {
        HTTP.shutdownNow();
    }

    // [45] [46]
    @Test
    void aListLivesWithItsMembers() {
        String id = mail.createAddressList(request -> request.addressListName("blocked")
                        .tags(Tag.builder().key("team").value("mail").build()))
                .addressListId();
        mail.registerMemberToAddressList(request -> request.addressListId(id).address("*@Spam.example.com"));
        mail.registerMemberToAddressList(request -> request.addressListId(id).address("a@x.com"));
        assertThat(mail.getMemberOfAddressList(
                                request -> request.addressListId(id).address("*@spam.example.com"))
                        .address())
                .isEqualTo("*@Spam.example.com");
        var list = mail.getAddressList(request -> request.addressListId(id));
        assertThat(mail.listTagsForResource(request -> request.resourceArn(list.addressListArn()))
                        .tags())
                .extracting(Tag::key, Tag::value)
                .containsExactly(tuple("team", "mail"));
        assertThat(mail.listAddressListsPaginator(request -> request.pageSize(1)).stream()
                        .flatMap(page -> page.addressLists().stream())
                        .map(each -> each.addressListId()))
                .contains(id)
                .doesNotHaveDuplicates();

        mail.deregisterMemberFromAddressList(
                request -> request.addressListId(id).address("A@x.com"));
        assertThatThrownBy(() -> mail.getMemberOfAddressList(
                        request -> request.addressListId(id).address("a@x.com")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> mail.registerMemberToAddressList(
                        request -> request.addressListId(id).address("a*b*@x.com")))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> mail.createAddressList(request -> request.addressListName("blocked")))
                .isInstanceOf(ConflictException.class);
        mail.deleteAddressList(request -> request.addressListId(id));
        assertThatThrownBy(() -> mail.getAddressList(request -> request.addressListId(id)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    // [47] The link's signature binds no content type, for no two clients send the same.
    @Test
    void uploadedFilesAreImported() throws Exception {
        String list = list("imported");
        mail.registerMemberToAddressList(request -> request.addressListId(list).address("there@x.com"));
        GetAddressListImportJobResponse csv =
                imported(list, ImportDataType.CSV, "address\na@x.com\nb@x.com\nno\nthere@x.com\n", "text/csv");
        assertThat(csv.status()).isEqualTo(ImportJobStatus.COMPLETED);
        assertThat(csv.importedItemsCount()).isEqualTo(3);
        assertThat(csv.failedItemsCount()).isEqualTo(1);
        assertThat(csv.startTimestamp()).isNotNull();
        assertThat(csv.completedTimestamp()).isAfterOrEqualTo(csv.startTimestamp());
        assertThat(csv.preSignedUrl()).isNotEmpty();

        // [48]
        GetAddressListImportJobResponse json =
                imported(list, ImportDataType.JSON, "{\"items\":[{\"address\":\"c@x.com\"}]}", "");
        assertThat(json.status()).isEqualTo(ImportJobStatus.COMPLETED);
        GetAddressListImportJobResponse headless = imported(list, ImportDataType.CSV, "d@x.com\n", "");
        assertThat(headless.status()).isEqualTo(ImportJobStatus.FAILED);
        assertThat(headless.error()).contains("header");
        assertThat(mail.listMembersOfAddressList(
                                request -> request.addressListId(list).filter(filter -> filter.addressPrefix("B")))
                        .addresses())
                .extracting(SavedAddress::address)
                .containsExactly("b@x.com");
        assertThat(mail
                        .listAddressListImportJobsPaginator(
                                request -> request.addressListId(list).pageSize(2))
                        .stream()
                        .flatMap(page -> page.importJobs().stream())
                        .map(job -> job.jobId()))
                .containsExactly(headless.jobId(), json.jobId(), csv.jobId());
    }

    // [50]
    @Test
    void aListTakesAHundredThousandAndNoMore() throws Exception {
        String list = list("full");
        String file = IntStream.range(0, 100_001)
                .mapToObj(i -> "a" + i + "@x.com")
                .collect(Collectors.joining("\n", "address\n", "\n"));
        GetAddressListImportJobResponse job = imported(list, ImportDataType.CSV, file, "text/csv");
        assertThat(job.status()).isEqualTo(ImportJobStatus.FAILED);
        assertThat(job.error()).contains("100000");
        assertThat(job.importedItemsCount()).isEqualTo(100_000);
        assertThatThrownBy(() -> mail.registerMemberToAddressList(
                        request -> request.addressListId(list).address("one@more.com")))
                .isInstanceOf(ServiceQuotaExceededException.class);
        assertThat(
                        mail
                                .listMembersOfAddressListPaginator(
                                        request -> request.addressListId(list).pageSize(1000))
                                .stream())
                .hasSize(100);
    }

    private static String list(String name) {
        return mail.createAddressList(request -> request.addressListName(name)).addressListId();
    }

    private static GetAddressListImportJobResponse imported(
            String list, ImportDataType type, String file, String contentType) throws Exception {
        CreateAddressListImportJobResponse job = mail.createAddressListImportJob(request ->
                request.addressListId(list).name("import").importDataFormat(format -> format.importDataType(type)));
        var put = HttpRequest.newBuilder(URI.create(job.preSignedUrl())).PUT(BodyPublishers.ofString(file));
        if (!contentType.isEmpty()) {
            put.header("Content-Type", contentType);
        }
        assertThat(HTTP.send(put.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        mail.startAddressListImportJob(request -> request.jobId(job.jobId()));
        return Eventually.eventually(
                PATIENCE,
                () -> mail.getAddressListImportJob(request -> request.jobId(job.jobId())),
                now -> now.status() != ImportJobStatus.PROCESSING);
    }
}
