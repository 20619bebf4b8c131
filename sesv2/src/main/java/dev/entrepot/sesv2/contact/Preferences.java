package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.SubscriptionStatus;
import dev.entrepot.sesv2.contract.TopicPreference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a contact says about topics.
 *
 * @param text as it stands in the contact's row: {@code +Sports -Cycling} for OPT_IN and OPT_OUT, empty for nothing; no topic
 *     is there twice
 */
public record Preferences(String text) {
    public static final Preferences NONE = new Preferences("");

    /** Of several about one topic the last holds. */
    public static Preferences of(List<TopicPreference> preferences) {
        return preferences.isEmpty() ? NONE : NONE.with(preferences);
    }

    /** These, and where {@code later} speaks of a topic, what it says. */
    public Preferences with(List<TopicPreference> later) {
        Map<String, SubscriptionStatus> byTopic = new LinkedHashMap<>();
        list().forEach(each -> byTopic.put(each.topicName(), each.subscriptionStatus()));
        later.forEach(each -> byTopic.put(each.topicName(), each.subscriptionStatus()));
        return new Preferences(byTopic.entrySet().stream()
                .map(entry -> sign(entry.getValue()) + entry.getKey())
                .collect(Collectors.joining(" ")));
    }

    private static char sign(SubscriptionStatus status) {
        return status == SubscriptionStatus.OPT_IN ? '+' : '-';
    }

    private static SubscriptionStatus status(char sign) {
        return sign == '+' ? SubscriptionStatus.OPT_IN : SubscriptionStatus.OPT_OUT;
    }

    public List<TopicPreference> list() {
        if (text.isEmpty()) {
            return List.of();
        }
        var list = new ArrayList<TopicPreference>();
        for (String each : text.split(" ")) {
            list.add(new TopicPreference(each.substring(1), status(each.charAt(0))));
        }
        return list;
    }

    boolean saysTheSame(Preferences other) {
        return text.equals(other.text)
                || text.length() == other.text.length()
                        && Set.of(text.split(" ")).equals(Set.of(other.text.split(" ")));
    }

    /** Empty when nothing is said about the topic. */
    public Optional<SubscriptionStatus> about(String topicName) {
        int length = topicName.length();
        // From 1, since a sign stands before each name and may look like a part of one.
        for (int at = text.indexOf(topicName, 1); at > 0; at = text.indexOf(topicName, at + 1)) {
            boolean begins = at == 1 || text.charAt(at - 2) == ' ';
            boolean ends = at + length == text.length() || text.charAt(at + length) == ' ';
            if (begins && ends) {
                return Optional.of(status(text.charAt(at - 1)));
            }
        }
        return Optional.empty();
    }
}
