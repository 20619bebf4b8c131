package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.SubscriptionStatus;
import dev.entrepot.sesv2.contract.Tag;
import dev.entrepot.sesv2.contract.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A contact list as its row is.
 *
 * @param id never used again
 * @param topics no two of one name
 * @param tags no two of one key
 */
public record ContactListRow(
        long id,
        String name,
        Optional<String> description,
        List<Topic> topics,
        List<Tag> tags,
        Instant createdAt,
        Instant updatedAt) {
    public ContactListRow {
        topics = List.copyOf(topics);
        tags = List.copyOf(tags);
    }

    /** What holds of a topic for those who say nothing about it; empty when the list has no such topic. */
    public Optional<SubscriptionStatus> defaultStatus(String topicName) {
        for (Topic topic : topics) {
            if (topic.topicName().equals(topicName)) {
                return Optional.of(topic.defaultSubscriptionStatus());
            }
        }
        return Optional.empty();
    }
}
