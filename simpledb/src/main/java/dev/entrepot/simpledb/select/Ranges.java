package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.ByteRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A set of texts as ranges of their bytes.
 *
 * @param all none empty, none touching another, in order
 */
record Ranges(List<ByteRange> all) {
    private static final Comparator<ByteRange> BY_START =
            Comparator.comparing(ByteRange::from, Arrays::compareUnsigned);

    Ranges {
        all = List.copyOf(all);
    }

    /** All texts of which the comparison holds, and for {@code not like} all texts. */
    static Ranges of(Comparison comparison) {
        return switch (comparison) {
            case Comparison.Ordered(Comparison.Operator operator, String constant) -> of(operator, constant);
            case Comparison.Between(String low, String high) -> union(List.of(ByteRange.between(low, high)));
            case Comparison.In(List<String> constants) ->
                union(constants.stream().map(ByteRange::only).toList());
            case Comparison.Like(LikePattern pattern) ->
                union(List.of(
                        pattern.pieces().size() == 1
                                ? ByteRange.only(pattern.prefix())
                                : ByteRange.startingWith(pattern.prefix())));
            case Comparison.NotLike any -> union(List.of(ByteRange.ALL));
            case Comparison.IsNull none -> union(List.of());
            case Comparison.IsNotNull any -> union(List.of(ByteRange.ALL));
        };
    }

    private static Ranges of(Comparison.Operator operator, String constant) {
        return union(
                switch (operator) {
                    case EQUAL -> List.of(ByteRange.only(constant));
                    case NOT_EQUAL -> List.of(ByteRange.below(constant), ByteRange.above(constant));
                    case LESS -> List.of(ByteRange.below(constant));
                    case LESS_OR_EQUAL -> List.of(ByteRange.below(constant), ByteRange.only(constant));
                    case GREATER -> List.of(ByteRange.above(constant));
                    case GREATER_OR_EQUAL -> List.of(ByteRange.only(constant), ByteRange.above(constant));
                });
    }

    private static Ranges union(List<ByteRange> ranges) {
        var disjoint = new ArrayList<ByteRange>();
        ranges.stream().filter(range -> !range.isEmpty()).sorted(BY_START).forEach(range -> {
            boolean touches = !disjoint.isEmpty()
                    && Arrays.compareUnsigned(range.from(), disjoint.getLast().to()) <= 0;
            disjoint.add(touches ? disjoint.removeLast().hull(range) : range);
        });
        return new Ranges(disjoint);
    }

    Ranges or(Ranges other) {
        var both = new ArrayList<>(all);
        both.addAll(other.all);
        return union(both);
    }

    Ranges and(Ranges other) {
        return union(
                all.stream().flatMap(one -> other.all.stream().map(one::and)).toList());
    }

    /** The least range that holds them all. */
    ByteRange hull() {
        return all.stream().reduce(ByteRange::hull).orElse(ByteRange.below(""));
    }

    /** Whether they are single texts. */
    boolean areTexts() {
        return all.stream().allMatch(ByteRange::isOne);
    }
}
