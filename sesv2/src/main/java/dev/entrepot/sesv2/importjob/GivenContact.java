package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.SubscriptionStatus;
import dev.entrepot.sesv2.contract.TopicPreference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A contact as a record gives it; nothing has been compared with the list yet. */
record GivenContact(
        String address, boolean unsubscribeAll, List<TopicPreference> preferences, Optional<String> attributes) {

    /** Collects what a record says of topics. */
    static final class Preferences {
        private final List<TopicPreference> preferences = new ArrayList<>();

        /** @throws BadRequestException in the words of a request that has this at the same place of its list */
        void add(String topic, String status) {
            preferences.add(new TopicPreference(
                    topic,
                    switch (status) {
                        case "OPT_IN" -> SubscriptionStatus.OPT_IN;
                        case "OPT_OUT" -> SubscriptionStatus.OPT_OUT;
                        default ->
                            throw new BadRequestException("1 validation error detected: Value at 'topicPreferences."
                                    + (preferences.size() + 1)
                                    + ".member.subscriptionStatus' failed to satisfy constraint:"
                                    + " Member must satisfy enum value set: [OPT_OUT, OPT_IN]");
                    }));
        }

        List<TopicPreference> list() {
            return preferences;
        }
    }
}
