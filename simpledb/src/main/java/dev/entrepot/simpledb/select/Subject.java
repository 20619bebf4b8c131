package dev.entrepot.simpledb.select;

/** What a test looks at or a result is sorted by. */
public sealed interface Subject {
    /** An attribute's values. */
    record Attribute(String name) implements Subject {}

    /** {@code itemName()} */
    record ItemName() implements Subject {}
}
