package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.ByteRange;
import dev.entrepot.simpledb.domain.IndexedAttribute;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.ItemStore;
import dev.entrepot.simpledb.domain.ItemStore.StoredItem;
import dev.entrepot.simpledb.domain.Utf8Order;
import dev.entrepot.simpledb.domain.ValueIndex;
import dev.entrepot.simpledb.select.AccessPath.Gathered;
import dev.entrepot.simpledb.select.AccessPath.ItemScan;
import dev.entrepot.simpledb.select.AccessPath.OneValue;
import dev.entrepot.simpledb.select.AccessPath.ValueWalk;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Goes an access path: hands on the candidates in the order of the results, from a place on. */
final class Candidates {
    private final Handle handle;
    private final long domainId;
    private final SelectStatement statement;
    private final BooleanSupplier outOfTime;

    Candidates(Handle handle, long domainId, SelectStatement statement, BooleanSupplier outOfTime) {
        this.handle = handle;
        this.domainId = domainId;
        this.statement = statement;
        this.outOfTime = outOfTime;
    }

    /** @throws SelectTimedOut when there is no time to sort them */
    <T> T read(AccessPath path, Optional<Position> after, Function<Iterator<Candidate>, T> reading) {
        boolean descending = statement.order().filter(Order::descending).isPresent();
        ByteRange rest = after.map(
                        place -> descending ? ByteRange.below(place.itemName()) : ByteRange.above(place.itemName()))
                .orElse(ByteRange.ALL);
        if (path instanceof ItemScan(ByteRange names)) {
            return ItemStore.scan(
                    handle, domainId, names.and(rest), descending, items -> reading.apply(map(items, this::byName)));
        }
        var unindexed = Unindexed.of(handle, domainId, statement, after, outOfTime);
        Iterator<Position> indexed = switch (path) {
            case ItemScan scan -> throw new IllegalStateException("Not by the index: " + scan);
            case OneValue(IndexedAttribute attribute, String value) ->
                map(ValueIndex.items(handle, attribute, value, rest, descending), this::named);
            case ValueWalk walk ->
                map(entries(walk, after, descending), entry -> new Position(entry.value(), entry.item()));
            case Gathered gathered
            when statement
                    .order()
                    .filter(key -> key.subject() instanceof Subject.Attribute)
                    .isPresent() -> sorted(names(gathered, unindexed), after).iterator();
            case Gathered gathered -> {
                NavigableSet<String> names = names(gathered, unindexed);
                NavigableSet<String> left = after.map(place -> descending
                                ? names.headSet(place.itemName(), false)
                                : names.tailSet(place.itemName(), false))
                        .orElse(names);
                yield map((descending ? left.descendingSet() : left).iterator(), this::named);
            }
        };
        return reading.apply(map(unindexed.in(indexed), this::at));
    }

    private Iterator<ValueIndex.Entry> entries(ValueWalk walk, Optional<Position> after, boolean descending) {
        Optional<ValueIndex.Entry> last = after.map(place -> new ValueIndex.Entry(place.sortValue(), place.itemName()));
        return descending
                ? ValueIndex.descending(handle, walk.attribute(), walk.values(), last)
                : ValueIndex.ascending(handle, walk.attribute(), walk.values(), last);
    }

    /** The matches among them, as places: a bounded number of names, where documents might be too large to keep. */
    private List<Position> sorted(Iterable<String> names, Optional<Position> after) {
        Order order = statement.order().orElseThrow();
        var places = new ArrayList<Position>();
        for (String name : names) {
            if (outOfTime.getAsBoolean()) {
                throw new SelectTimedOut();
            }
            Candidate.place(statement, name, ItemDocument.read(find(name).document()))
                    .filter(place -> after.isEmpty() || order.comparator().compare(place, after.get()) > 0)
                    .ifPresent(places::add);
        }
        places.sort(order.comparator());
        return places;
    }

    private NavigableSet<String> names(Gathered gathered, Unindexed unindexed) {
        var names = new TreeSet<String>(Utf8Order.UTF8);
        gathered.sources().forEach(source -> names.addAll(source.names(handle)));
        names.removeAll(unindexed.names());
        return names;
    }

    private Candidate byName(StoredItem item) {
        return new Candidate(named(item.name()), item);
    }

    private Position named(String name) {
        return new Position(statement.order().isPresent() ? name : "", name);
    }

    private Candidate at(Position place) {
        return new Candidate(place, find(place.itemName()));
    }

    /** It is there: the index, what it does not have yet, and the items are read at one moment. */
    private StoredItem find(String name) {
        return new StoredItem(name, ItemStore.find(handle, domainId, name).orElseThrow());
    }

    private static <S, T> Iterator<T> map(Iterator<S> sources, Function<S, T> mapping) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sources.hasNext();
            }

            @Override
            public T next() {
                return mapping.apply(sources.next());
            }
        };
    }
}
