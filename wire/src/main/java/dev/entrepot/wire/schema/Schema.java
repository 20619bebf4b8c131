package dev.entrepot.wire.schema;

/** One shape of a contract. What a member adds to its target (constraints, bindings, names) stands in {@link Member}. */
public sealed interface Schema permits SimpleSchema, EnumSchema, ListSchema, MapSchema, StructSchema {
    /** The absolute shape id, such as {@code dev.entrepot.simpledbv2#ExportSummary}. */
    String id();

    ShapeType type();
}
