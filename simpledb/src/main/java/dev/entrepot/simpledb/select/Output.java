package dev.entrepot.simpledb.select;

import java.util.List;

/** What a select gives of each item. */
public sealed interface Output {
    /** {@code *} */
    record All() implements Output {}

    /** {@code itemName()} */
    record ItemName() implements Output {}

    /** {@code count(*)}: one figure instead of items */
    record Count() implements Output {}

    /** Named attributes; items that have none of them are left out. */
    record Named(List<String> attributes) implements Output {
        public Named {
            attributes = List.copyOf(attributes);
        }
    }
}
