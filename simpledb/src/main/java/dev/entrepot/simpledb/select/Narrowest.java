package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.Domain;
import dev.entrepot.simpledb.domain.IndexedAttribute;
import dev.entrepot.simpledb.select.Reach.AllItems;
import dev.entrepot.simpledb.select.Reach.Both;
import dev.entrepot.simpledb.select.Reach.Either;
import dev.entrepot.simpledb.select.Reach.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Finds the fewest candidates that a condition can be narrowed to by counting in the index, each time no further than to what is
 * best so far.
 *
 * @param walked whose ranges need not be counted, because results come in their order and they are walked through as they are
 */
record Narrowest(Handle handle, Domain domain, Optional<Subject> walked) {
    /** @param count of all names that the sources give */
    record Found(List<Source> sources, long count) {}

    /** Empty when there would be more than {@code most}. */
    Optional<Found> of(Reach reach, long most) {
        return switch (reach) {
            case AllItems all -> Optional.empty();
            case Within within -> sources(within).flatMap(sources -> counted(sources, most));
            case Both(Reach left, Reach right) -> {
                Optional<Found> one = of(left, most);
                yield of(right, one.map(found -> found.count - 1).orElse(most)).or(() -> one);
            }
            case Either(Reach left, Reach right) ->
                of(left, most)
                        .flatMap(one -> of(right, most - one.count).map(other -> {
                            var sources = new ArrayList<>(one.sources);
                            sources.addAll(other.sources);
                            return new Found(sources, one.count + other.count);
                        }));
        };
    }

    private Optional<List<Source>> sources(Within within) {
        if (walked.filter(within.subject()::equals).isPresent()
                && !within.ranges().areTexts()) {
            return Optional.empty();
        }
        return switch (within.subject()) {
            case Subject.ItemName name ->
                Optional.of(within.ranges().all().stream()
                        .<Source>map(range -> new Source.Names(domain.id(), range))
                        .toList());
            case Subject.Attribute(String name) ->
                Optional.of(IndexedAttribute.find(handle, domain.id(), name)
                        .map(attribute -> within.ranges().all().stream()
                                .<Source>map(range -> new Source.Values(attribute, range))
                                .toList())
                        .orElse(List.of()));
        };
    }

    private Optional<Found> counted(List<Source> sources, long most) {
        long count = 0;
        for (Source source : sources) {
            if (count <= most) {
                count += source.count(handle, most - count + 1);
            }
        }
        return count <= most ? Optional.of(new Found(sources, count)) : Optional.empty();
    }
}
