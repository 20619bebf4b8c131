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
        Optional<Order> order = statement.order();
        boolean descending = order.filter(Order::descending).isPresent();
        ByteRange rest = after.map(
                        place -> descending ? ByteRange.below(place.itemName()) : ByteRange.above(place.itemName()))
                .orElse(ByteRange.ALL);
        return switch (path) {
            case ItemScan(ByteRange names) ->
                ItemStore.scan(
                        handle,
                        domainId,
                        names.and(rest),
                        descending,
                        items -> reading.apply(map(items, this::byName)));
            case OneValue(IndexedAttribute attribute, String value) ->
                reading.apply(map(ValueIndex.items(handle, attribute, value, rest, descending), this::byName));
            case ValueWalk walk -> reading.apply(map(entries(walk, after, descending), this::byValue));
            case Gathered gathered
            when order.filter(key -> key.subject() instanceof Subject.Attribute).isPresent() ->
                reading.apply(map(sorted(gathered, order.get(), after).iterator(), this::at));
            case Gathered gathered -> {
                NavigableSet<String> names = names(gathered);
                NavigableSet<String> left = after.map(place -> descending
                                ? names.headSet(place.itemName(), false)
                                : names.tailSet(place.itemName(), false))
                        .orElse(names);
                yield reading.apply(map((descending ? left.descendingSet() : left).iterator(), this::byName));
            }
        };
    }

    private Iterator<ValueIndex.Entry> entries(ValueWalk walk, Optional<Position> after, boolean descending) {
        Optional<ValueIndex.Entry> last = after.map(place -> new ValueIndex.Entry(place.sortValue(), place.itemName()));
        return descending
                ? ValueIndex.descending(handle, walk.attribute(), walk.values(), last)
                : ValueIndex.ascending(handle, walk.attribute(), walk.values(), last);
    }

    /** The matches among them, as places: a bounded number of names, where documents might be too large to keep. */
    private List<Position> sorted(Gathered gathered, Order order, Optional<Position> after) {
        var places = new ArrayList<Position>();
        for (String name : names(gathered)) {
            if (outOfTime.getAsBoolean()) {
                throw new SelectTimedOut();
            }
            StoredItem item = find(name);
            order.place(name, ItemDocument.read(item.document()))
                    .filter(place -> after.isEmpty() || order.comparator().compare(place, after.get()) > 0)
                    .filter(place -> new Candidate(place, item).matches(statement))
                    .ifPresent(places::add);
        }
        places.sort(order.comparator());
        return places;
    }

    private NavigableSet<String> names(Gathered gathered) {
        var names = new TreeSet<String>(Utf8Order.UTF8);
        gathered.sources().forEach(source -> names.addAll(source.names(handle)));
        return names;
    }

    private Candidate byName(String name) {
        return byName(find(name));
    }

    private Candidate byName(StoredItem item) {
        return new Candidate(new Position(statement.order().isPresent() ? item.name() : "", item.name()), item);
    }

    private Candidate byValue(ValueIndex.Entry entry) {
        return at(new Position(entry.value(), entry.item()));
    }

    private Candidate at(Position place) {
        return new Candidate(place, find(place.itemName()));
    }

    /** It is there: the index and the items are read at one moment. */
    private StoredItem find(String name) {
        return new StoredItem(name, ItemStore.find(handle, domainId, name).orElseThrow());
    }

    private static <S> Iterator<Candidate> map(Iterator<S> sources, Function<S, Candidate> mapping) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sources.hasNext();
            }

            @Override
            public Candidate next() {
                return mapping.apply(sources.next());
            }
        };
    }
}
