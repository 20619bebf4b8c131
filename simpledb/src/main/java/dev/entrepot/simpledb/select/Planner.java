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
    private static final int FEW = 200;
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
        Subject sortedBy = statement.order().map(Order::subject).orElse(new Subject.ItemName());
        return switch (sortedBy) {
            case Subject.ItemName name -> byName(reach, name);
            case Subject.Attribute(String name) ->
                IndexedAttribute.find(handle, domain.id(), name)
                        .map(attribute -> byValue(reach, sortedBy, attribute))
                        .orElse(new Gathered(List.of()));
        };
    }

    private AccessPath byName(Reach reach, Subject name) {
        Optional<Found> few = few(reach, Optional.of(name));
        if (few.isPresent()) {
            return oneValue(few.get().sources())
                    .orElseGet(() -> new Gathered(few.get().sources()));
        }
        return reach.required()
                .flatMap(within -> oneValue(within).stream())
                .findFirst()
                .orElseGet(() -> new ItemScan(hull(reach, name)));
    }

    /** An item is sorted by its first value even where another one is in range, so only single values may be left out. */
    private AccessPath byValue(Reach reach, Subject sortedBy, IndexedAttribute attribute) {
        boolean single = attribute.isSingleValued();
        return few(reach, Optional.of(sortedBy).filter(any -> single))
                .<AccessPath>map(found -> new Gathered(found.sources()))
                .orElseGet(() -> new ValueWalk(attribute, single ? hull(reach, sortedBy) : ByteRange.ALL));
    }

    /** Few at once, or some thousands where that pays: most conditions need not be counted that far. */
    private Optional<Found> few(Reach reach, Optional<Subject> walked) {
        var narrowest = new Narrowest(handle, domain, walked);
        long worth = worthGathering();
        return narrowest
                .of(reach, Math.min(worth, FEW))
                .or(() -> worth <= FEW ? Optional.empty() : narrowest.of(reach, worth));
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

    private Optional<IndexedAttribute> attribute(Subject subject) {
        return subject instanceof Subject.Attribute(String name)
                ? IndexedAttribute.find(handle, domain.id(), name)
                : Optional.empty();
    }
}
