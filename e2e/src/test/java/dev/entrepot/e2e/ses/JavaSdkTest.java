package dev.entrepot.e2e.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AlreadyExistsException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Contact;
import software.amazon.awssdk.services.sesv2.model.GetContactResponse;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SubscriptionStatus;
import software.amazon.awssdk.services.sesv2.model.SuppressedDestination;
import software.amazon.awssdk.services.sesv2.model.SuppressionListReason;
import software.amazon.awssdk.services.sesv2.model.Topic;
import software.amazon.awssdk.services.sesv2.model.TopicPreference;

/** An unmodified SDK decides what is right on the wire: paths, signatures, times, pages, and which exception an error is. */
class JavaSdkTest {
    private static final String ODD = "o'x/y+z@example.com";

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private final SesV2Client ses = ENTREPOT.ses();

    @BeforeEach
    void makeList() {
        ses.createContactList(list -> list.contactListName("news")
                .topics(topic("Sports", SubscriptionStatus.OPT_OUT), topic("Cycling", SubscriptionStatus.OPT_IN)));
    }

    @AfterEach
    void deleteList() {
        ses.deleteContactList(list -> list.contactListName("news"));
    }

    private static Topic topic(String name, SubscriptionStatus status) {
        return Topic.builder()
                .topicName(name)
                .displayName(name)
                .defaultSubscriptionStatus(status)
                .build();
    }

    private static TopicPreference preference(String topic, SubscriptionStatus status) {
        return TopicPreference.builder()
                .topicName(topic)
                .subscriptionStatus(status)
                .build();
    }

    // [49] [51]
    @Test
    void aContactOfAnyAddressIsWrittenReadChangedAndDeleted() {
        Instant before = Instant.now().minusMillis(1);
        ses.createContact(contact -> contact.contactListName("news")
                .emailAddress(ODD)
                .attributesData("{\"Name\":\"Zoë\"}")
                .topicPreferences(preference("Sports", SubscriptionStatus.OPT_IN)));
        ses.updateContact(contact -> contact.contactListName("news")
                .emailAddress(ODD)
                .unsubscribeAll(true)
                .topicPreferences(preference("Cycling", SubscriptionStatus.OPT_OUT)));

        GetContactResponse contact =
                ses.getContact(get -> get.contactListName("news").emailAddress(ODD));
        assertThat(contact.emailAddress()).isEqualTo(ODD);
        assertThat(contact.unsubscribeAll()).isTrue();
        assertThat(contact.attributesData()).isNull();
        assertThat(contact.topicPreferences())
                .containsExactly(
                        preference("Sports", SubscriptionStatus.OPT_IN),
                        preference("Cycling", SubscriptionStatus.OPT_OUT));
        assertThat(contact.hasTopicDefaultPreferences()).isFalse();
        assertThat(contact.createdTimestamp()).isBetween(before, contact.lastUpdatedTimestamp());
        assertThat(contact.lastUpdatedTimestamp()).isBefore(Instant.now().plusMillis(1));

        ses.deleteContact(delete -> delete.contactListName("news").emailAddress(ODD));
        assertThatThrownBy(
                        () -> ses.getContact(get -> get.contactListName("news").emailAddress(ODD)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(ODD + " doesn't exist in List.");
    }

    @Test
    void errorsAreTheSdksOwnExceptionsWithTheServicesTexts() {
        ses.createContact(contact -> contact.contactListName("news").emailAddress("a@x.org"));
        assertThatThrownBy(() -> ses.createContact(
                        contact -> contact.contactListName("news").emailAddress("a@x.org")))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("a@x.org already exists in List.");
        assertThatThrownBy(() -> ses.createContactList(list -> list.contactListName("more")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("A maximum of 1 Lists allowed per account.");
        assertThatThrownBy(() -> ses.getContactList(list -> list.contactListName("nope")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("List with name: nope doesn't exist.");
    }

    @Test
    void thePaginatorFindsEveryContactOnce() {
        for (int i = 0; i < 25; i++) {
            int number = i;
            ses.createContact(contact -> contact.contactListName("news").emailAddress("c%02d@x.org".formatted(number)));
        }
        assertThat(ses
                        .listContactsPaginator(list -> list.contactListName("news")
                                .pageSize(10)
                                .filter(filter -> filter.filteredStatus(SubscriptionStatus.OPT_OUT)
                                        .topicFilter(topic ->
                                                topic.topicName("Sports").useDefaultIfPreferenceUnavailable(true))))
                        .stream()
                        .flatMap(page -> page.contacts().stream())
                        .map(Contact::emailAddress))
                .hasSize(25)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    // Releases of the SDKs from before May 2024 send a GET, with what does not fit into its query in a body.
    @Test
    void theGetOfOlderClientsIsAnswered() {
        ses.createContact(contact -> contact.contactListName("news").emailAddress("a@x.org"));
        ses.createContact(contact ->
                contact.contactListName("news").emailAddress("b@x.org").unsubscribeAll(true));
        var http = ENTREPOT.http("ses");
        String target = "/v2/email/contact-lists/news/contacts?PageSize=10";
        assertThat(http.send(Draft.of("GET", target)).json().findValuesAsText("EmailAddress"))
                .containsExactly("a@x.org", "b@x.org");
        byte[] filter = "{\"Filter\":{\"FilteredStatus\":\"OPT_OUT\"}}".getBytes(StandardCharsets.UTF_8);
        var withBody = new Draft("GET", target, Map.of("Content-Type", "application/json"), filter);
        assertThat(http.send(withBody).json().findValuesAsText("EmailAddress")).containsExactly("b@x.org");
    }

    // [50]
    @Test
    void theSuppressionListIsWrittenReadFilteredAndPaged() {
        Instant start = Instant.now().minusSeconds(1);
        ses.putSuppressedDestination(put -> put.emailAddress("Foo@Example.COM").reason(SuppressionListReason.BOUNCE));
        ses.putSuppressedDestination(put -> put.emailAddress(ODD).reason(SuppressionListReason.COMPLAINT));

        SuppressedDestination foo = ses.getSuppressedDestination(get -> get.emailAddress("Foo@example.com"))
                .suppressedDestination();
        assertThat(foo.emailAddress()).isEqualTo("Foo@example.com");
        assertThat(foo.reason()).isEqualTo(SuppressionListReason.BOUNCE);
        assertThat(foo.attributes()).isNull();
        assertThat(foo.lastUpdateTime()).isAfter(start);

        assertThat(ses
                        .listSuppressedDestinationsPaginator(list -> list.pageSize(1)
                                .startDate(start)
                                .endDate(Instant.now().plusSeconds(60))
                                .reasons(SuppressionListReason.BOUNCE, SuppressionListReason.COMPLAINT))
                        .stream()
                        .flatMap(page -> page.suppressedDestinationSummaries().stream())
                        .map(each -> each.emailAddress()))
                .containsExactly("Foo@example.com", ODD);
        ses.deleteSuppressedDestination(delete -> delete.emailAddress(ODD));
        assertThatThrownBy(() -> ses.getSuppressedDestination(get -> get.emailAddress(ODD)))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Email address " + ODD + " does not exist on your suppression list.");
        ses.deleteSuppressedDestination(delete -> delete.emailAddress("Foo@example.com"));
    }

    // What was acknowledged must be there, however the server ended.
    @Test
    void contactsOutliveAKilledServer() {
        ses.createContact(contact -> contact.contactListName("news").emailAddress("a@x.org"));
        ENTREPOT.server().kill();
        ENTREPOT.server().startAgain();
        assertThat(ses.getContact(get -> get.contactListName("news").emailAddress("a@x.org"))
                        .unsubscribeAll())
                .isFalse();
    }
}
