package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.database.TestDatabase;

/** The list {@code news} of the dossier's cases: Sports is OPT_OUT by default, Cycling is OPT_IN. */
final class News {
    private News() {}

    static Stage on(TestDatabase test) {
        var stage = new Stage(test);
        stage.call("POST", "contact-lists", """
                {"ContactListName":"news","Topics":[%s,%s]}""".formatted(topic("Sports", "OPT_OUT"), topic("Cycling", "OPT_IN")));
        return stage;
    }

    static String topic(String name, String status) {
        return "{\"TopicName\":\"%s\",\"DisplayName\":\"%s!\",\"DefaultSubscriptionStatus\":\"%s\"}"
                .formatted(name, name, status);
    }

    static String preference(String topic, String status) {
        return "{\"TopicName\":\"%s\",\"SubscriptionStatus\":\"%s\"}".formatted(topic, status);
    }

    static void add(Stage stage, String address, String... preferences) {
        stage.call("POST", "contact-lists/news/contacts", """
                {"EmailAddress":"%s","TopicPreferences":[%s]}""".formatted(address, String.join(",", preferences)));
    }

    static void addUnsubscribed(Stage stage, String address) {
        stage.call(
                "POST",
                "contact-lists/news/contacts",
                "{\"EmailAddress\":\"%s\",\"UnsubscribeAll\":true}".formatted(address));
    }
}
