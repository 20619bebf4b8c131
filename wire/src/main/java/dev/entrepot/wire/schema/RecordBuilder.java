package dev.entrepot.wire.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all generated builders share: members by index, decoded ones from a codec or finished ones from a handler. */
public abstract class RecordBuilder implements StructBuilder {
    private final StructSchema schema;
    private final @Nullable Object[] values;

    /** Keeps a handler's list or map from being finished again: that happens in place. */
    private record Finished(Object value) {}

    protected RecordBuilder(StructSchema schema) {
        this.schema = schema;
        this.values = new Object[schema.members().size()];
    }

    @Override
    public final StructSchema schema() {
        return schema;
    }

    @Override
    public final @Nullable Object get(int member) {
        return values[member] instanceof Finished(Object value) ? value : values[member];
    }

    @Override
    public final void set(int member, Object value) {
        values[member] = value;
    }

    /** Takes a value of the member's own Java type. */
    protected final void put(int member, Object value) {
        values[member] = value instanceof List || value instanceof Map ? new Finished(value) : value;
    }

    /** Takes a value of the member's own Java type, or takes it away. */
    protected final void put(int member, Optional<?> value) {
        values[member] = null;
        value.ifPresent(present -> put(member, (Object) present));
    }

    /** @throws IllegalStateException when the member was neither set nor has a default */
    protected final <T> T required(int member) {
        return required(member, RecordBuilder::finish);
    }

    /** @throws IllegalStateException when the member was neither set nor has a default */
    protected final <T> T required(int member, Function<Object, T> finish) {
        Optional<T> value = optional(member, finish);
        return value.orElseThrow(() -> new IllegalStateException(
                schema.name() + " lacks " + schema.members().get(member).name()));
    }

    protected final <T> Optional<T> optional(int member) {
        return optional(member, RecordBuilder::finish);
    }

    @SuppressWarnings("unchecked") // typed setters and codecs keep to the schema
    protected final <T> Optional<T> optional(int member, Function<Object, T> finish) {
        return switch (values[member]) {
            case null -> schema.members().get(member).defaultValue().map(finish);
            case Finished(Object value) -> Optional.of((T) value);
            case Object value -> Optional.of(finish.apply(value));
        };
    }

    @SuppressWarnings("unchecked") // as above
    private static <T> T finish(Object decoded) {
        return (T)
                switch (decoded) {
                    case StructBuilder builder -> builder.build();
                    case Map<?, ?> map -> new OrderedMap<>((Map<String, Object>) map);
                    default -> decoded;
                };
    }

    /** Finishes an enum. */
    @SuppressWarnings("unchecked") // as above
    protected static <T> Function<Object, T> constant(Function<String, T> of) {
        return decoded -> decoded instanceof String text ? of.apply(text) : (T) decoded;
    }

    protected static <T> Function<Object, List<T>> list() {
        return list(RecordBuilder::finish);
    }

    protected static <T> Function<Object, List<T>> list(Function<Object, T> element) {
        return decoded -> StructBuilder.finishList((List<?>) decoded, element);
    }

    protected static <T> Function<Object, Map<String, T>> map() {
        return map(RecordBuilder::finish);
    }

    @SuppressWarnings("unchecked") // as above
    protected static <T> Function<Object, Map<String, T>> map(Function<Object, T> value) {
        return decoded -> StructBuilder.finishMap((Map<String, ?>) decoded, value);
    }
}
