package dev.entrepot.wire.schema;

import org.jspecify.annotations.Nullable;

/** The structure without members: the input or output of operations that model none, and of bare union members. */
public record Unit() implements Struct {
    public static final StructSchema SCHEMA = StructSchema.structure("smithy.api#Unit", Builder::new);
    public static final Unit VALUE = new Unit();

    @Override
    public StructSchema schema() {
        return SCHEMA;
    }

    @Override
    public @Nullable Object get(int member) {
        throw new IndexOutOfBoundsException(member);
    }

    private static final class Builder extends RecordBuilder {
        private Builder() {
            super(SCHEMA);
        }

        @Override
        public Unit build() {
            return VALUE;
        }
    }
}
