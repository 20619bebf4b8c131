package dev.entrepot.wire.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects decoded members. Until {@link #build()} enums are texts and nested structures are builders, so that the validator
 * can look at values that no record could hold.
 */
public interface StructBuilder extends Struct {
    void set(int member, Object value);

    /** The finished value; call only when the validator found nothing. */
    Struct build();

    /** Finishes a decoded list in place; for generated code. */
    @SuppressWarnings("unchecked") // the schema decided the element type when the list was decoded
    static <T> List<T> finishList(List<?> decoded, Function<Object, T> finish) {
        if (decoded.isEmpty()) {
            return List.of(); // the default of a list, which nobody may write to
        }
        var list = (List<Object>) decoded;
        list.replaceAll(element -> element == null ? null : finish.apply(element));
        return (List<T>) Collections.unmodifiableList(list);
    }

    /** Finishes a decoded map in place; for generated code. */
    @SuppressWarnings("unchecked") // as above
    static <T> Map<String, T> finishMap(Map<String, ?> decoded, Function<Object, T> finish) {
        if (decoded.isEmpty()) {
            return Map.of();
        }
        var map = (Map<String, @Nullable Object>) decoded;
        map.replaceAll((key, value) -> value == null ? null : finish.apply(value));
        return (Map<String, T>) new OrderedMap<>(map);
    }
}
