package dev.entrepot.simpledb.classic;

import dev.entrepot.simpledb.classic.contract.UpdateCondition;
import dev.entrepot.simpledb.domain.Attributes;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What an item must be like for a write to happen (SimpleDB dossier, section 3.6). */
sealed interface Condition {
    /** @throws dev.entrepot.wire.service.Refused when the item is not like that */
    void check(Attributes item);

    /** The attribute has exactly this value. */
    record HasValue(String name, String value) implements Condition {
        @Override
        public void check(Attributes item) {
            SortedSet<String> values = item.of(name);
            if (values.isEmpty()) {
                throw ClassicError.ATTRIBUTE_DOES_NOT_EXIST.with(name);
            }
            if (values.size() > 1) {
                throw ClassicError.MULTI_VALUED_ATTRIBUTE.with(name);
            }
            if (!values.first().equals(value)) {
                throw ClassicError.CONDITION_OTHER_VALUE.with(name, values.first(), value);
            }
        }
    }

    /** The item has no such attribute. */
    record Absent(String name) implements Condition {
        @Override
        public void check(Attributes item) {
            if (!item.of(name).isEmpty()) {
                throw ClassicError.CONDITION_VALUE_EXISTS.with(name);
            }
        }
    }

    /** Nothing is demanded. */
    record None() implements Condition {
        @Override
        public void check(Attributes item) {
            // every item will do
        }
    }

    /** Reads the one condition that a call may have, in whichever of its three wire forms. */
    static Condition of(List<UpdateCondition> expected) {
        if (expected.isEmpty()) {
            return new None();
        }
        String name = only(expected.stream().map(UpdateCondition::name), ClassicError.MULTIPLE_EXPECTED_NAMES)
                .orElseThrow(() ->
                        ClassicError.MISSING_PARAMETER.with("The request must contain the parameter Expected.Name"));
        Optional<String> value =
                only(expected.stream().map(UpdateCondition::value), ClassicError.MULTIPLE_EXPECTED_VALUES);
        boolean exists = only(expected.stream().map(UpdateCondition::exists), ClassicError.MULTIPLE_EXISTS_CONDITIONS)
                .orElse(true);
        ItemRules.attributeName(name);
        value.ifPresent(ItemRules::value);
        if (!exists && value.isPresent()) {
            throw ClassicError.EXISTS_AND_EXPECTED_VALUE.with();
        }
        if (!exists) {
            return new Absent(name);
        }
        return new HasValue(name, value.orElseThrow(ClassicError.INCOMPLETE_EXPECTED_VALUES::with));
    }

    private static <T> Optional<T> only(Stream<Optional<T>> given, ClassicError several) {
        List<T> all = given.flatMap(Optional::stream).toList();
        if (all.size() > 1) {
            throw several.with();
        }
        return all.stream().findFirst();
    }
}
