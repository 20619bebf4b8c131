package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.Contact;
import dev.entrepot.sesv2.contract.GetContactResponse;
import dev.entrepot.sesv2.contract.TopicPreference;
import java.util.List;
import java.util.Optional;

/**
 * A contact as answers have it. What holds by default is worked out now, so that a topic's new default holds for everybody at
 * once; what was said about a topic that is no more stays unseen.
 */
final class ContactAnswers {
    private ContactAnswers() {}

    static GetContactResponse full(ContactListRow list, ContactRow contact) {
        return GetContactResponse.builder()
                .contactListName(list.name())
                .emailAddress(contact.address())
                .topicPreferences(explicit(list, contact.preferences()))
                .topicDefaultPreferences(byDefault(list, contact.preferences()))
                .unsubscribeAll(contact.unsubscribeAll())
                .attributesData(contact.attributes())
                .createdTimestamp(contact.createdAt())
                .lastUpdatedTimestamp(contact.updatedAt())
                .build();
    }

    static Contact listed(ContactListRow list, ContactRow contact) {
        return Contact.builder()
                .emailAddress(contact.address())
                .topicPreferences(explicit(list, contact.preferences()))
                .topicDefaultPreferences(byDefault(list, contact.preferences()))
                .unsubscribeAll(contact.unsubscribeAll())
                .lastUpdatedTimestamp(contact.updatedAt())
                .build();
    }

    /** What the contact says about topics that the list has. */
    static List<TopicPreference> explicit(ContactListRow list, Preferences preferences) {
        return preferences.list().stream()
                .filter(each -> list.defaultStatus(each.topicName()).isPresent())
                .toList();
    }

    private static Optional<List<TopicPreference>> byDefault(ContactListRow list, Preferences preferences) {
        List<TopicPreference> defaults = list.topics().stream()
                .filter(topic -> preferences.about(topic.topicName()).isEmpty())
                .map(topic -> new TopicPreference(topic.topicName(), topic.defaultSubscriptionStatus()))
                .toList();
        return Optional.of(defaults).filter(some -> !some.isEmpty());
    }
}
