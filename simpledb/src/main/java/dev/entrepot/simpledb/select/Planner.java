package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.ByteRange;
import dev.entrepot.simpledb.domain.Domain;
import dev.entrepot.simpledb.domain.IndexedAttribute;
import dev.entrepot.simpledb.select.AccessPath.Gathered;
import dev.entrepot.simpledb.select.AccessPath.ItemScan;
import dev.entrepot.simpledb.select.AccessPath.OneValue;
import dev.entrepot.simpledb.select.AccessPath.ValueWalk;
import dev.entrepot.simpledb.select.Narrowest.Found;
import dev.entrepot.simpledb.select.Reach.Within;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Chooses how a select comes to its candidates. Every path leads to the same pages; they differ in how much is read. */
final class Planner {
    private static final int MOST_GATHERED = 10_000;

    private final Handle handle;
    private final Domain domain;
    private final SelectStatement statement;

    Planner(Handle handle, Domain domain, SelectStatement statement) {
        this.handle = handle;
        this.domain = domain;
        this.statement = statement;
    }

    AccessPath path() {
        Reach reach = statement.where().map(Reach::of).orElse(new Reach.AllItems());
        Optional<Order> byValue = statement.order().filter(order -> order.subject() instanceof Subject.Attribute);
        Optional<Found> few = new Narrowest(handle, domain, byValue.isEmpty()).of(reach, worthGathering());
        if (byValue.isPresent()) {
            return few.<AccessPath>map(found -> new Gathered(found.sources()))
                    .or(() -> walk(byValue.get().subject(), reach))
                    .orElse(new Gathered(List.of()));
        }
        if (few.isPresent()) {
            return oneValue(few.get().sources())
                    .orElseGet(() -> new Gathered(few.get().sources()));
        }
        return reach.required()
                .flatMap(within -> oneValue(within).stream())
                .findFirst()
                .orElseGet(() -> scan(reach));
    }

    /**
     * Beyond so many candidates, results are found sooner by going through the domain in their order: of k candidates among n
     * items, it comes upon a page of p after p·n/k.
     */
    private long worthGathering() {
        int page = statement.output() instanceof Output.Count
                ? statement.limit().orElse(Integer.MAX_VALUE)
                : statement.limit().orElse(SelectStatement.DEFAULT_PAGE);
        double least = Math.min(page, domain.items());
        return (long) Math.min(MOST_GATHERED, Math.sqrt(least * domain.items()));
    }

    private Optional<AccessPath> walk(Subject sortedBy, Reach reach) {
        return attribute(sortedBy).map(attribute -> new ValueWalk(attribute, values(attribute, sortedBy, reach)));
    }

    /** An item is sorted by its first value even where another one is in range, so only single values may be left out. */
    private static ByteRange values(IndexedAttribute attribute, Subject sortedBy, Reach reach) {
        if (!attribute.isSingleValued()) {
            return ByteRange.ALL;
        }
        return hull(reach, sortedBy);
    }

    private static ByteRange hull(Reach reach, Subject subject) {
        return reach.required()
                .filter(within -> within.subject().equals(subject))
                .map(within -> within.ranges().hull())
                .reduce(ByteRange.ALL, ByteRange::and);
    }

    private static Optional<AccessPath> oneValue(List<Source> sources) {
        return sources.size() == 1
                        && sources.getFirst() instanceof Source.Values(IndexedAttribute attribute, ByteRange range)
                        && range.isOne()
                ? Optional.of(new OneValue(attribute, range.first()))
                : Optional.empty();
    }

    private Optional<AccessPath> oneValue(Within within) {
        return within.ranges().all().size() == 1 && within.ranges().areTexts()
                ? attribute(within.subject())
                        .map(attribute ->
                                new OneValue(attribute, within.ranges().hull().first()))
                : Optional.empty();
    }

    private static AccessPath scan(Reach reach) {
        return new ItemScan(hull(reach, new Subject.ItemName()));
    }

    private Optional<IndexedAttribute> attribute(Subject subject) {
        return subject instanceof Subject.Attribute(String name)
                ? IndexedAttribute.find(handle, domain.id(), name)
                : Optional.empty();
    }
}
