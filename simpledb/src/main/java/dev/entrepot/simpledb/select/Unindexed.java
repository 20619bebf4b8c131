package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.FormerItems;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.Utf8Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The items that the index does not have as they are: what it says of them is passed over, and those that match are put in their
 * places. Their number is bounded by the writes.
 *
 * @param names of all of them, deleted ones included
 * @param matches places of those among the results, in their order
 */
record Unindexed(Set<String> names, List<Position> matches, Comparator<Position> order) {
    /** @throws SelectTimedOut when there is no time to read them */
    static Unindexed of(
            Handle handle,
            long domainId,
            SelectStatement statement,
            Optional<Position> after,
            BooleanSupplier outOfTime) {
        Comparator<Position> order = statement
                .order()
                .map(Order::comparator)
                .orElse(Comparator.comparing(Position::itemName, Utf8Order.UTF8));
        var names = new HashSet<String>();
        var matches = new ArrayList<Position>();
        FormerItems.unindexed(handle, domainId, (name, document) -> {
            if (outOfTime.getAsBoolean()) {
                throw new SelectTimedOut();
            }
            if (!names.add(name)) {
                return;
            }
            document.flatMap(bytes -> Candidate.place(statement, name, ItemDocument.read(bytes)))
                    .filter(place -> after.isEmpty() || order.compare(place, after.get()) > 0)
                    .ifPresent(matches::add);
        });
        matches.sort(order);
        return new Unindexed(names, matches, order);
    }

    /** All places in order, when these are those that the index has. */
    Iterator<Position> in(Iterator<Position> indexed) {
        if (names.isEmpty()) {
            return indexed;
        }
        return new Merged(indexed, matches.iterator());
    }

    private final class Merged implements Iterator<Position> {
        private final Iterator<Position> indexed;
        private final Iterator<Position> unindexed;
        private @Nullable Position nextIndexed;
        private @Nullable Position nextUnindexed;

        Merged(Iterator<Position> indexed, Iterator<Position> unindexed) {
            this.indexed = indexed;
            this.unindexed = unindexed;
            this.nextIndexed = skip();
            this.nextUnindexed = unindexed.hasNext() ? unindexed.next() : null;
        }

        private @Nullable Position skip() {
            while (indexed.hasNext()) {
                Position place = indexed.next();
                if (!names.contains(place.itemName())) {
                    return place;
                }
            }
            return null;
        }

        @Override
        public boolean hasNext() {
            return nextIndexed != null || nextUnindexed != null;
        }

        @Override
        public Position next() {
            Position a = nextIndexed;
            Position b = nextUnindexed;
            if (a != null && (b == null || order.compare(a, b) < 0)) {
                nextIndexed = skip();
                return a;
            }
            if (b == null) {
                throw new NoSuchElementException();
            }
            nextUnindexed = unindexed.hasNext() ? unindexed.next() : null;
            return b;
        }
    }
}
