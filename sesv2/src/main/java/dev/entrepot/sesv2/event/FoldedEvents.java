package dev.entrepot.sesv2.event;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Folds events that come message by message and recipient by recipient, and leaves out what was never sent. */
final class FoldedEvents implements Iterator<EmailInsights> {
    private final Iterator<Event> events;
    /** The first event of what comes after {@link #found}. */
    private Optional<EmailInsights> begun = Optional.empty();

    private Optional<EmailInsights> found = Optional.empty();

    FoldedEvents(Iterator<Event> events) {
        this.events = events;
        advance();
    }

    @Override
    public boolean hasNext() {
        return found.isPresent();
    }

    @Override
    public EmailInsights next() {
        EmailInsights next = found.orElseThrow(NoSuchElementException::new);
        advance();
        return next;
    }

    private void advance() {
        do {
            found = fold();
        } while (found.isPresent() && !found.get().sent());
    }

    private Optional<EmailInsights> fold() {
        Optional<EmailInsights> folded = begun;
        begun = Optional.empty();
        while (events.hasNext()) {
            EmailInsights next = EmailInsights.of(events.next());
            if (folded.isEmpty()) {
                folded = Optional.of(next);
            } else if (folded.get().isOfSame(next)) {
                folded = Optional.of(folded.get().merge(next));
            } else {
                begun = Optional.of(next);
                return folded;
            }
        }
        return folded;
    }
}
