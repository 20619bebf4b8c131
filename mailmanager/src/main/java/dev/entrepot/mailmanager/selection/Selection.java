package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.archive.ArchiveRow;
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

    private final Range range;
    private final Filters filters;

    /** @param now tells whose retention is over */
    public Selection(ArchiveRow archive, Criteria criteria, Instant now) {
        this.range = Range.of(archive, criteria, now);
        this.filters = criteria.filters().orElse(Filters.ALL);
    }

    /**
     * Gives out the messages newest first; of those received at the same moment the one that arrived last comes first.
     *
     * @param looked told of every message that is looked at; may throw to stop
     * @param visitor returns whether to go on
     */
    public void newestFirst(Handle handle, Runnable looked, Predicate<MessageRow> visitor) {
        Optional<Wanted> wanted = Wanted.of(filters);
        if (wanted.isPresent()
                && !MessageStore.isFew(handle, range.archive().number(), range.earliest(), range.latest(), FEW)) {
            visit(new FoundByIndex(handle, new Index(handle, range, wanted.get()).candidates()), looked, visitor);
            return;
        }
        try (ResultIterator<MessageRow> rows = MessageStore.newestFirst(
                handle, range.archive().number(), range.earliest(), range.latest(), range.last())) {
            visit(rows, looked, visitor);
        }
    }

    private void visit(Iterator<MessageRow> rows, Runnable looked, Predicate<MessageRow> visitor) {
        var match = new Match(filters);
        boolean goOn = true;
        while (goOn && rows.hasNext()) {
            MessageRow row = rows.next();
            looked.run();
            goOn = !match.test(row) || visitor.test(row);
        }
    }
}
