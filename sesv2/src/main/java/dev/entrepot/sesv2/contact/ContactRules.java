package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.SubscriptionStatus;
import dev.entrepot.sesv2.contract.TopicPreference;
import java.util.List;

/** What a contact must be like, alike for requests and imports (SES dossier, sections 1.7 and 2.8). */
public final class ContactRules {
    private static final int ATTRIBUTES_LENGTH = 64 * 1024;

    private ContactRules() {}

    /** @throws BadRequestException for a topic that the list does not have */
    public static void topics(ContactListRow list, List<TopicPreference> preferences) {
        for (TopicPreference preference : preferences) {
            if (list.defaultStatus(preference.topicName()).isEmpty()) {
                throw ContactErrors.noSuchTopic(list.name(), preference.topicName());
            }
        }
    }

    /** @throws BadRequestException for more than 64 K characters, and for characters that no database keeps */
    public static void attributes(String attributes) {
        if (!isStorable(attributes)) {
            throw new BadRequestException("AttributesData must not contain U+0000 or half of a surrogate pair.");
        }
        if (attributes.length() > ATTRIBUTES_LENGTH) {
            throw new BadRequestException("AttributesData can contain up to " + ATTRIBUTES_LENGTH + " characters.");
        }
    }

    /**
     * Whether {@code after} in place of {@code before} would take back an opt-out: from all, or from a topic, which must be said
     * again unless {@code after} is out of all.
     */
    public static boolean takesBackOptOut(ContactRow before, ContactRow after) {
        if (after.unsubscribeAll()) {
            return false;
        }
        return before.unsubscribeAll()
                || before.preferences().list().stream()
                        .filter(each -> each.subscriptionStatus() == SubscriptionStatus.OPT_OUT)
                        .anyMatch(each -> after.preferences()
                                .about(each.topicName())
                                .filter(SubscriptionStatus.OPT_OUT::equals)
                                .isEmpty());
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
