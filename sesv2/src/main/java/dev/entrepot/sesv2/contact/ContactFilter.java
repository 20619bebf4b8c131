package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.ListContactsFilter;
import dev.entrepot.sesv2.contract.SubscriptionStatus;
import dev.entrepot.sesv2.contract.TopicFilter;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which contacts a listing wants (SES dossier, section 3.4). Who unsubscribed from all counts as OPT_OUT of every topic.
 *
 * @param topicName the status is about this topic; without one it is about the whole list
 * @param otherwise what counts for contacts that say nothing about the topic; empty to leave them out
 */
record ContactFilter(
        Optional<SubscriptionStatus> status, Optional<String> topicName, Optional<SubscriptionStatus> otherwise)
        implements Predicate<ContactRow> {
    static ContactFilter of(ContactListRow list, Optional<ListContactsFilter> asked) {
        Optional<SubscriptionStatus> status = asked.flatMap(ListContactsFilter::filteredStatus);
        Optional<TopicFilter> topic = asked.flatMap(ListContactsFilter::topicFilter);
        Optional<String> topicName = topic.flatMap(TopicFilter::topicName).filter(name -> !name.isEmpty());
        if (topicName.isPresent() && status.isEmpty()) {
            throw new BadRequestException("A TopicFilter needs a FilteredStatus.");
        }
        Optional<SubscriptionStatus> byDefault = topicName.map(
                name -> list.defaultStatus(name).orElseThrow(() -> ContactErrors.noSuchTopic(list.name(), name)));
        boolean useDefault =
                topic.flatMap(TopicFilter::useDefaultIfPreferenceUnavailable).orElse(false);
        return new ContactFilter(status, topicName, byDefault.filter(each -> useDefault));
    }

    @Override
    public boolean test(ContactRow contact) {
        return status.isEmpty() || status.equals(of(contact));
    }

    private Optional<SubscriptionStatus> of(ContactRow contact) {
        if (contact.unsubscribeAll()) {
            return Optional.of(SubscriptionStatus.OPT_OUT);
        }
        return topicName.isEmpty()
                ? Optional.of(SubscriptionStatus.OPT_IN)
                : contact.preferences().about(topicName.get()).or(() -> otherwise);
    }
}
