package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.select.Subject.Attribute;
import dev.entrepot.simpledb.select.Subject.ItemName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The where clause as a tree. {@code and} and {@code or} have two sides each, as they associate to the left. */
public sealed interface Condition {
    /** @param every whether all values must do rather than any */
    record Test(Subject subject, boolean every, Comparison comparison) implements Condition {}

    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Intersection(Condition left, Condition right) implements Condition {}

    record Not(Condition negated) implements Condition {}

    /** Whether an item is among the results. */
    default boolean matches(String itemName, Attributes attributes) {
        return predicate().map(group -> group.matches(itemName, attributes)).orElseGet(() -> switch (this) {
            case And(Condition left, Condition right) ->
                left.matches(itemName, attributes) && right.matches(itemName, attributes);
            case Intersection(Condition left, Condition right) ->
                left.matches(itemName, attributes) && right.matches(itemName, attributes);
            case Or(Condition left, Condition right) ->
                left.matches(itemName, attributes) || right.matches(itemName, attributes);
            case Not(Condition negated) -> !negated.matches(itemName, attributes);
            case Test test -> throw new IllegalStateException("A test is a predicate: " + test);
        });
    }

    /** All tests of the tree. */
    default Stream<Test> tests() {
        return switch (this) {
            case Test test -> Stream.of(test);
            case And(Condition left, Condition right) -> Stream.concat(left.tests(), right.tests());
            case Or(Condition left, Condition right) -> Stream.concat(left.tests(), right.tests());
            case Intersection(Condition left, Condition right) -> Stream.concat(left.tests(), right.tests());
            case Not(Condition negated) -> negated.tests();
        };
    }

    /** This tree as a predicate, if it is one: {@code and} and {@code or} over tests of one subject. */
    default Optional<Predicate> predicate() {
        return switch (this) {
            case Test test -> Optional.of(new Predicate(test.subject, test.every, this));
            case And(Condition left, Condition right) -> together(left, right);
            case Or(Condition left, Condition right) -> together(left, right);
            case Intersection any -> Optional.empty();
            case Not any -> Optional.empty();
        };
    }

    private Optional<Predicate> together(Condition left, Condition right) {
        return left.predicate()
                .filter(one -> right.predicate()
                        .filter(other -> one.subject.equals(other.subject) && one.every == other.every)
                        .isPresent())
                .map(one -> new Predicate(one.subject, one.every, this));
    }

    /**
     * A tree that is tested value by value: of {@code Keyword = 'Book' and Keyword = 'Hardcover'} one value would have to be both
     * (SimpleDB dossier, section 4.2).
     */
    record Predicate(Subject subject, boolean every, Condition tree) {
        boolean matches(String itemName, Attributes attributes) {
            Collection<String> values = switch (subject) {
                case ItemName() -> List.of(itemName);
                case Attribute(String name) -> attributes.of(name);
            };
            if (values.isEmpty()) {
                return holds(tree, Optional.empty());
            }
            return every
                    ? values.stream().allMatch(value -> holds(tree, Optional.of(value)))
                    : values.stream().anyMatch(value -> holds(tree, Optional.of(value)));
        }

        /** Whether an item without the attribute is among the results. */
        boolean holdsWithoutValue() {
            return subject instanceof Attribute && holds(tree, Optional.empty());
        }

        /** A missing attribute meets {@code is null} and nothing else. */
        private static boolean holds(Condition tree, Optional<String> value) {
            return switch (tree) {
                case Test test ->
                    value.map(test.comparison::holds).orElseGet(() -> test.comparison instanceof Comparison.IsNull);
                case And(Condition left, Condition right) -> holds(left, value) && holds(right, value);
                case Or(Condition left, Condition right) -> holds(left, value) || holds(right, value);
                default -> throw new IllegalStateException("Not part of a predicate: " + tree);
            };
        }
    }
}
