package dev.entrepot.wire.schema;

import org.jspecify.annotations.Nullable;

/** A modelled error of a shape that is known at run time only. */
public final class DynamicError extends ApiException {
    private static final long serialVersionUID = 1L;

    private final transient Struct value;

    /** The error that was built: a generated one is an exception already. */
    public static ApiException of(StructBuilder error) {
        Struct built = error.build();
        return built instanceof ApiException generated ? generated : new DynamicError(built);
    }

    private DynamicError(Struct value) {
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
