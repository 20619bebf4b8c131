package dev.entrepot.sesv2.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;

/** Contacts one by one, as a sign-up page and a preference centre write them (SES dossier, sections 3.2 and 3.3). */
class ContactsTest {
    private static final String ANN = "contact-lists/news/contacts/ann%40example.com";
    private static final String NEVER = "contact-lists/nope/contacts/ann%40example.com";

    @OnEveryDatabase
    void aContactReadsBackAsItWasWrittenWithWhatHoldsByDefault(TestDatabase test) {
        try (var stage = News.on(test)) {
            stage.call("POST", "contact-lists/news/contacts", """
                    {"EmailAddress":" Ann@Example.COM ","TopicPreferences":[%s],"AttributesData":"{\\"Name\\": \\"Ann\\"}"}\
                    """.formatted(News.preference("Sports", "OPT_IN")));
            JsonNode contact = stage.get("contact-lists/news/contacts/Ann%40example.com");
            assertThat(contact.toString()).isEqualTo("""
                    {"ContactListName":"news","EmailAddress":"Ann@example.com","TopicPreferences":[%s],\
                    "TopicDefaultPreferences":[%s],"UnsubscribeAll":false,"AttributesData":"{\\"Name\\": \\"Ann\\"}",\
                    "CreatedTimestamp":1767225600,"LastUpdatedTimestamp":1767225600}""".formatted(
                            News.preference("Sports", "OPT_IN"), News.preference("Cycling", "OPT_IN")));
        }
    }

    // [48]
    @OnEveryDatabase
    void whereEveryTopicIsSpokenOfNothingHoldsByDefault(TestDatabase test) {
        try (var stage = News.on(test)) {
            News.add(
                    stage,
                    "ann@example.com",
                    News.preference("Cycling", "OPT_OUT"),
                    News.preference("Sports", "OPT_OUT"));
            assertThat(stage.get(ANN).has("TopicDefaultPreferences")).isFalse();
            assertThat(stage.get(ANN).has("AttributesData")).isFalse();
        }
    }

    // A default that is copied into rows would leave everybody behind who came before it changed.
    @OnEveryDatabase
    void aTopicsNewDefaultHoldsForEverybodyAndALostTopicIsUnseen(TestDatabase test) {
        try (var stage = News.on(test)) {
            News.add(stage, "ann@example.com", News.preference("Sports", "OPT_IN"));
            stage.call("PUT", "contact-lists/news", "{\"Topics\":[%s]}".formatted(News.topic("Cycling", "OPT_OUT")));
            assertThat(stage.get(ANN).path("TopicPreferences")).isEmpty();
            assertThat(stage.get(ANN).path("TopicDefaultPreferences").toString())
                    .isEqualTo("[" + News.preference("Cycling", "OPT_OUT") + "]");
        }
    }

    // [51]
    @OnEveryDatabase
    void anUpdateMergesPreferencesAndReplacesTheRest(TestDatabase test) {
        try (var stage = News.on(test)) {
            stage.call("POST", "contact-lists/news/contacts", """
                    {"EmailAddress":"ann@example.com","TopicPreferences":[%s],"AttributesData":"{}","UnsubscribeAll":true}\
                    """.formatted(News.preference("Sports", "OPT_OUT")));
            double created = stage.get(ANN).path("CreatedTimestamp").asDouble();
            stage.clock.advance(Duration.ofMillis(1_234));
            stage.call("PUT", ANN, "{\"TopicPreferences\":[%s]}".formatted(News.preference("Cycling", "OPT_OUT")));

            JsonNode contact = stage.get(ANN);
            assertThat(contact.path("TopicPreferences").findValuesAsText("TopicName"))
                    .containsExactly("Sports", "Cycling");
            assertThat(contact.has("AttributesData")).isFalse();
            assertThat(contact.path("UnsubscribeAll").asBoolean()).isFalse();
            assertThat(contact.path("CreatedTimestamp").asDouble()).isEqualTo(created);
            assertThat(contact.path("LastUpdatedTimestamp").asDouble()).isEqualTo(created + 1.234);
        }
    }

    @OnEveryDatabase
    void eachRefusalHasTheServicesWords(TestDatabase test) {
        try (var stage = News.on(test)) {
            News.add(stage, "ann@example.com");
            assertThat(stage.refusal("POST", "contact-lists/news/contacts", "{\"EmailAddress\":\"ann@EXAMPLE.com\"}"))
                    .isEqualTo("400 AlreadyExistsException: ann@example.com already exists in List.");
            assertThat(stage.refusal("GET", "contact-lists/news/contacts/Ann%40example.com", ""))
                    .isEqualTo("404 NotFoundException: Ann@example.com doesn't exist in List.");
            assertThat(stage.refusal("GET", NEVER, ""))
                    .isEqualTo("404 NotFoundException: List with name: nope doesn't exist.");
            assertThat(stage.refusal("POST", "contact-lists/news/contacts", "{\"EmailAddress\":\" \"}"))
                    .isEqualTo("400 BadRequestException: EmailAddress can't be blank.");
            assertThat(stage.refusal("POST", "contact-lists/news/contacts", "{\"EmailAddress\":\"a b@x.org\"}"))
                    .isEqualTo("400 BadRequestException: EmailAddress <a b@x.org> is invalid");
            assertThat(stage.refusal("PUT", ANN, "{\"TopicPreferences\":[" + News.preference("Chess", "OPT_IN") + "]}"))
                    .isEqualTo("400 BadRequestException: List: news doesn't contain Topic: Chess");
        }
    }

    // Section 1.7: shape, then address, then list, then topic.
    @OnEveryDatabase
    void ofSeveralMistakesTheFirstInOrderIsNamed(TestDatabase test) {
        try (var stage = News.on(test)) {
            String chess = "\"TopicPreferences\":[" + News.preference("Chess", "OPT_IN") + "]";
            String nowhere = "contact-lists/nope/contacts";
            assertThat(stage.refusal(
                            "POST",
                            nowhere,
                            "{\"EmailAddress\":\"x\",\"TopicPreferences\":[" + News.preference("Chess", "maybe")
                                    + ",{\"TopicName\":\"a\"}]}"))
                    .isEqualTo("400 BadRequestException: 2 validation errors detected:"
                            + " Value at 'topicPreferences.1.member.subscriptionStatus' failed to satisfy constraint:"
                            + " Member must satisfy enum value set: [OPT_OUT, OPT_IN];"
                            + " Value at 'topicPreferences.2.member.subscriptionStatus' failed to satisfy constraint:"
                            + " Member must not be null");
            assertThat(stage.refusal("POST", nowhere, "{\"EmailAddress\":\"x\"," + chess + "}"))
                    .endsWith("EmailAddress <x> is invalid");
            assertThat(stage.refusal("POST", nowhere, "{\"EmailAddress\":\"x@y.org\"," + chess + "}"))
                    .startsWith("404");
            assertThat(stage.refusal(
                            "POST", "contact-lists/news/contacts", "{\"EmailAddress\":\"x@y.org\"," + chess + "}"))
                    .endsWith("doesn't contain Topic: Chess");
        }
    }

    // [7]
    @OnEveryDatabase
    void whatIsNotTheContractsJsonIsNamedInTheFrameworksWords(TestDatabase test) {
        try (var stage = News.on(test)) {
            assertThat(refused(stage, "{\"EmailAddress\":5}"))
                    .endsWith("NUMBER_VALUE can not be converted to a String");
            assertThat(refused(stage, "{\"EmailAddress\":true}"))
                    .endsWith("TRUE_VALUE can not be converted to a String");
            assertThat(refused(stage, "{\"EmailAddress\":[]}")).endsWith("Start of list found where not expected");
            assertThat(refused(stage, "{\"EmailAddress\":{}}"))
                    .endsWith("Start of structure or map found where not expected.");
            assertThat(refused(stage, "{\"TopicPreferences\":\"Sports\"}")).endsWith("Expected list or null");
            assertThat(refused(stage, "{\"EmailAddress\": [")).startsWith("400 SerializationException");

            stage.call(
                    "POST",
                    "contact-lists/news/contacts",
                    "{\"EmailAddress\":\"ann@example.com\",\"UnsubscribeAll\":\"no\"}");
            assertThat(stage.get(ANN).path("UnsubscribeAll").asBoolean()).isTrue();
        }
    }

    private static String refused(Stage stage, String body) {
        String refusal = stage.refusal("POST", "contact-lists/news/contacts", body);
        assertThat(refusal).startsWith("400 SerializationException: ");
        return refusal;
    }

    // [49]
    @OnEveryDatabase
    void anAddressMayHoldWhatMeansSomethingInPaths(TestDatabase test) {
        try (var stage = News.on(test)) {
            News.add(stage, "o'x/y+z@example.com");
            assertThat(stage.get("contact-lists/news/contacts/o%27x%2Fy%2Bz%40example.com")
                            .path("EmailAddress")
                            .asText())
                    .isEqualTo("o'x/y+z@example.com");
        }
    }

    @OnEveryDatabase
    void aDeletedContactIsGoneAndAnotherAccountNeverSawIt(TestDatabase test) {
        try (var stage = News.on(test)) {
            News.add(stage, "ann@example.com");
            stage.callAs(new Owner("999999999999", "us-east-1"));
            assertThat(stage.refusal("GET", ANN, "")).startsWith("404").endsWith("List with name: news doesn't exist.");
            stage.callAs(new Owner("111122223333", "eu-west-1"));
            assertThat(stage.refusal("DELETE", ANN, "")).startsWith("404");
            stage.callAs(Stage.OWNER);
            stage.call("DELETE", ANN, "");
            assertThat(stage.refusal("GET", ANN, "")).startsWith("404");
            assertThat(stage.refusal("DELETE", ANN, ""))
                    .isEqualTo("404 NotFoundException: ann@example.com doesn't exist in List.");
        }
    }
}
