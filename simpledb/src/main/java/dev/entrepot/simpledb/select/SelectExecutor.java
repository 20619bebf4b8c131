package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.ByteRange;
import dev.entrepot.simpledb.domain.Domain;
import dev.entrepot.simpledb.domain.ItemStore;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/** Runs a statement over the items of one domain; without an order, in that of their names. */
public final class SelectExecutor {
    private final Handle handle;
    private final Domain domain;
    private final SelectStatement statement;
    private final BooleanSupplier outOfTime;

    /** @param outOfTime whether a page has taken as long as it may: then it ends where it is, empty perhaps */
    public SelectExecutor(Handle handle, Domain domain, SelectStatement statement, BooleanSupplier outOfTime) {
        this.handle = handle;
        this.domain = domain;
        this.statement = statement;
        this.outOfTime = outOfTime;
    }

    /**
     * @param after the place where the page before ended
     * @throws SelectTimedOut when a sorted result could not be found in time, of which there is no part to give
     */
    public SelectPage page(Optional<Position> after) {
        boolean counts = statement.output() instanceof Output.Count;
        if (counts && statement.where().isEmpty()) {
            return countAll(after, statement.limit().orElse(Integer.MAX_VALUE));
        }
        Page page = counts
                ? new Page.Count(statement.limit().orElse(Integer.MAX_VALUE))
                : new Page.Rows(statement.output(), statement.limit().orElse(SelectStatement.DEFAULT_PAGE));
        AccessPath path = new Planner(handle, domain, statement).path();
        return new Candidates(handle, domain.id(), statement, outOfTime)
                .read(path, after, candidates -> fill(page, candidates));
    }

    private SelectPage fill(Page page, Iterator<Candidate> candidates) {
        Optional<Position> last = Optional.empty();
        while (candidates.hasNext()) {
            if (last.isPresent() && outOfTime.getAsBoolean()) {
                return page.upTo(last);
            }
            boolean full = page.isFull();
            Candidate candidate = candidates.next();
            if (candidate.matches(statement)) {
                if (full) { // there is more
                    return page.upTo(last);
                }
                page.add(candidate);
            }
            if (!full) {
                last = Optional.of(candidate.place());
            }
        }
        return page.upTo(Optional.empty());
    }

    private SelectPage countAll(Optional<Position> after, int limit) {
        ByteRange rest = after.map(place -> ByteRange.above(place.itemName())).orElse(ByteRange.ALL);
        ItemStore.Counted items = ItemStore.count(handle, domain.id(), rest, limit);
        return SelectPage.counted(items.items(), items.more().map(name -> new Position("", name)));
    }
}
