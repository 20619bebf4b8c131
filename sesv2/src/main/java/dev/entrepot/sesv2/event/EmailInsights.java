package dev.entrepot.sesv2.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a message on its way to one recipient: its events folded. {@link #merge} is commutative, associative and idempotent, so
 * neither order nor repetition of events matters.
 *
 * @param types what happened at all
 * @param lastDelivery the furthest that its delivery is known to have come; absent when it was not sent
 * @param lastBounce the latest bounce, even if it was delivered after that
 * @param lastEngagement the latest click, or the latest open if there was no click
 * @param suppressed whether SES did not try, or not again, since the address was suppressed
 */
public record EmailInsights(
        Mail mail,
        String recipient,
        Set<EventType> types,
        Optional<Happening> lastDelivery,
        Optional<Happening> lastBounce,
        Optional<Happening> lastEngagement,
        boolean suppressed) {
    public EmailInsights {
        types = Collections.unmodifiableSet(EnumSet.copyOf(types));
    }

    public static EmailInsights of(Event event) {
        Happening happening = event.happening();
        EventType type = happening.type();
        var happened = EnumSet.of(type);
        Optional<Happening> delivery = Optional.empty();
        if (type.provesSending()) {
            happened.add(EventType.SEND);
            delivery = Optional.of(
                    type.deliveryRank() > EventType.SEND.deliveryRank()
                            ? happening
                            : new Happening(EventType.SEND, event.mail().sentAt(), "", ""));
        }
        return new EmailInsights(
                event.mail(),
                event.recipient(),
                happened,
                delivery,
                type.bounce() ? Optional.of(happening) : Optional.empty(),
                type.engagementRank() > 0 ? Optional.of(happening) : Optional.empty(),
                happening.suppressed());
    }

    /** @param other of the same message and recipient */
    public EmailInsights merge(EmailInsights other) {
        var happened = EnumSet.copyOf(types);
        happened.addAll(other.types);
        return new EmailInsights(
                mail.merge(other.mail),
                recipient,
                happened,
                Happening.greatest(lastDelivery, other.lastDelivery, Happening.BY_DELIVERY),
                Happening.greatest(lastBounce, other.lastBounce, Happening.IN_TIME),
                Happening.greatest(lastEngagement, other.lastEngagement, Happening.BY_ENGAGEMENT),
                suppressed || other.suppressed);
    }

    boolean isOfSame(EmailInsights other) {
        return mail.sentAt().equals(other.mail.sentAt())
                && mail.messageId().equals(other.mail.messageId())
                && recipient.equals(other.recipient);
    }

    public boolean sent() {
        return lastDelivery.isPresent();
    }

    public Isp isp() {
        return Isp.ofAddress(recipient);
    }

    /** Its addresses are nobody's; SES has them for tests of senders. */
    public boolean toMailboxSimulator() {
        return recipient.endsWith("@simulator.amazonses.com");
    }
}
