package dev.entrepot.simpledb.select;

import java.util.stream.Stream;

/** What the index can tell of a condition: all items that meet it, and perhaps others, are in its reach. */
sealed interface Reach {
    /** The items with a value in one of these ranges. */
    record Within(Subject subject, Ranges ranges) implements Reach {}

    record Both(Reach left, Reach right) implements Reach {}

    record Either(Reach left, Reach right) implements Reach {}

    record AllItems() implements Reach {}

    static Reach of(Condition condition) {
        return condition.predicate().map(Reach::of).orElseGet(() -> switch (condition) {
            case Condition.And(Condition left, Condition right) -> new Both(of(left), of(right));
            case Condition.Intersection(Condition left, Condition right) -> new Both(of(left), of(right));
            case Condition.Or(Condition left, Condition right) -> new Either(of(left), of(right));
            case Condition.Not any -> new AllItems();
            case Condition.Test test -> throw new IllegalStateException("A test is a predicate: " + test);
        });
    }

    /** An item that meets a predicate has a value that does, be it one of all, unless it has none and that does too. */
    private static Reach of(Condition.Predicate predicate) {
        return predicate.holdsWithoutValue()
                ? new AllItems()
                : new Within(predicate.subject(), ranges(predicate.tree()));
    }

    private static Ranges ranges(Condition tree) {
        return switch (tree) {
            case Condition.Test test -> Ranges.of(test.comparison());
            case Condition.And(Condition left, Condition right) -> ranges(left).and(ranges(right));
            case Condition.Or(Condition left, Condition right) -> ranges(left).or(ranges(right));
            default -> throw new IllegalStateException("Not part of a predicate: " + tree);
        };
    }

    /** The ranges that every item in reach must be in. */
    default Stream<Within> required() {
        return switch (this) {
            case Within within -> Stream.of(within);
            case Both(Reach left, Reach right) -> Stream.concat(left.required(), right.required());
            case Either any -> Stream.empty();
            case AllItems all -> Stream.empty();
        };
    }
}
