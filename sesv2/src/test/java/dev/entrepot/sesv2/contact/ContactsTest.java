package dev.entrepot.sesv2.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;

/** Contacts one by one, as a sign-up page and a preference centre write them (SES dossier, sections 3.2 and 3.3). */
class ContactsTest {
    private static final String LIST = """
            {"ContactListName":"news","Topics":[
              {"TopicName":"Sports","DisplayName":"Sports","DefaultSubscriptionStatus":"OPT_OUT"},
              {"TopicName":"Cycling","DisplayName":"Cycling","DefaultSubscriptionStatus":"OPT_IN"}]}""";

    static Stage news(TestDatabase test) {
        var stage = new Stage(test);
        stage.call("POST", "contact-lists", LIST);
        return stage;
    }

    static String preference(String topic, String status) {
        return "{\"TopicName\":\"%s\",\"SubscriptionStatus\":\"%s\"}".formatted(topic, status);
    }

    @OnEveryDatabase
    void aContactReadsBackAsItWasWrittenWithWhatHoldsByDefault(TestDatabase test) {
        try (var stage = news(test)) {
            stage.call("POST", "contact-lists/news/contacts", """
                    {"EmailAddress":" Ann@Example.COM ","TopicPreferences":[%s],"AttributesData":"{\\"Name\\": \\"Ann\\"}"}""".formatted(preference("Sports", "OPT_IN")));
            JsonNode contact = stage.get("contact-lists/news/contacts/Ann%40example.com");
            assertThat(contact.path("EmailAddress").asText()).isEqualTo("Ann@example.com");
            assertThat(contact.path("TopicPreferences").toString())
                    .isEqualTo("[" + preference("Sports", "OPT_IN") + "]");
            assertThat(contact.path("TopicDefaultPreferences").toString())
                    .isEqualTo("[" + preference("Cycling", "OPT_IN") + "]");
            assertThat(contact.path("UnsubscribeAll").asBoolean(true)).isFalse();
            assertThat(contact.path("AttributesData").asText()).isEqualTo("{\"Name\": \"Ann\"}");
            assertThat(contact.path("ContactListName").asText()).isEqualTo("news");
        }
    }
}
