package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.ApiException;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructSchema;
import org.jspecify.annotations.Nullable;

/** A modelled error of the suite. */
final class DynamicError extends ApiException {
    private static final long serialVersionUID = 1L;

    private final transient Struct value;

    DynamicError(Struct value) {
        super(value.schema().name());
        this.value = value;
    }

    @Override
    public StructSchema schema() {
        return value.schema();
    }

    @Override
    public @Nullable Object get(int member) {
        return value.get(member);
    }
}
