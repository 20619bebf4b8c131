package dev.entrepot.console.contacts;

import dev.entrepot.console.jobs.JobTable;
import dev.entrepot.console.web.Route;
import dev.entrepot.sesv2.contract.Contact;
import dev.entrepot.sesv2.contract.GetContactListResponse;
import dev.entrepot.sesv2.contract.Topic;
import dev.entrepot.sesv2.contract.TopicPreference;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A contact list and a page of its contacts.
 *
 * @param status that contacts are filtered by; empty for all
 * @param next the address of the next page; empty on the last
 */
record ContactListView(
        String name,
        GetContactListResponse list,
        List<Contact> contacts,
        String status,
        String topic,
        String next,
        JobTable imports) {
    List<Topic> topics() {
        return list.topics().orElse(List.of());
    }

    String address() {
        return Route.at("contact-lists", name);
    }

    String load() {
        return Route.at("contact-lists", name, "import");
    }

    static String preferences(Contact contact) {
        return contact.topicPreferences().orElse(List.of()).stream()
                .map(ContactListView::preference)
                .collect(Collectors.joining(", "));
    }

    private static String preference(TopicPreference preference) {
        return preference.topicName() + " "
                + switch (preference.subscriptionStatus()) {
                    case OPT_IN -> "in";
                    case OPT_OUT -> "out";
                };
    }
}
