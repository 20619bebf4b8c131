package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.Retention;
import dev.entrepot.mailmanager.hold.HoldStore;
import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.mailmanager.message.MessageStore;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** The messages that criteria choose. Searches and exports with the same criteria choose the same ones, in the same order. */
public final class Selection {
    /** To look at so many is quicker than to ask the index. */
    private static final int FEW = 500;

    private final ArchiveRow archive;
    private final Criteria criteria;
    private final Filters filters;
    /** What was received before this time is there no more unless it is held, whether or not it has been removed. */
    private final long kept;

    /** @param now tells whose retention is over */
    public Selection(ArchiveRow archive, Criteria criteria, Instant now) {
        this.archive = archive;
        this.criteria = criteria;
        this.filters = criteria.filters().orElse(Filters.ALL);
        this.kept = Retention.expired(archive.retention(), now)
                .map(expired -> expired.toEpochMilli() + 1)
                .orElse(Long.MIN_VALUE);
    }

    /**
     * Gives out the messages newest first; of those received at the same moment the one that arrived last comes first.
     *
     * @param looked told of every message that is looked at; may throw to stop
     * @param visitor returns whether to go on
     */
    public void newestFirst(Handle handle, Runnable looked, Predicate<MessageRow> visitor) {
        boolean held = HoldStore.isHeld(handle, archive.number());
        var range = Range.of(archive, criteria, held ? Long.MIN_VALUE : kept);
        Predicate<MessageRow> chosen = new Match(filters).and(message -> isThere(handle, message));
        Optional<Wanted> wanted = Wanted.of(filters);
        if (wanted.isPresent()
                && !MessageStore.isFew(handle, archive.number(), range.earliest(), range.latest(), FEW)) {
            visit(
                    new FoundByIndex(handle, new Index(handle, range, wanted.get()).candidates()),
                    looked,
                    chosen,
                    visitor);
            return;
        }
        try (ResultIterator<MessageRow> rows =
                MessageStore.newestFirst(handle, archive.number(), range.earliest(), range.latest(), range.last())) {
            visit(rows, looked, chosen, visitor);
        }
    }

    private boolean isThere(Handle handle, MessageRow message) {
        return message.id().received().toEpochMilli() >= kept
                || HoldStore.isMessageHeld(handle, message.id().number());
    }

    private static void visit(
            Iterator<MessageRow> rows, Runnable looked, Predicate<MessageRow> chosen, Predicate<MessageRow> visitor) {
        boolean goOn = true;
        while (goOn && rows.hasNext()) {
            MessageRow row = rows.next();
            looked.run();
            goOn = !chosen.test(row) || visitor.test(row);
        }
    }
}
