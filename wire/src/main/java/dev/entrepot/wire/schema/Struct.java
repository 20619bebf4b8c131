package dev.entrepot.wire.schema;

import org.jspecify.annotations.Nullable;

/** A structure or union value: a generated record, its builder, or a dynamic one in tests. */
public interface Struct {
    StructSchema schema();

    /**
     * The value of the member at this index of {@link StructSchema#members()}, or null when it is absent. This one accessor
     * hands out null: codecs ask it for every member of every message, and the typed accessors of records do not.
     */
    @Nullable
    Object get(int member);
}
