package dev.entrepot.wire.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies for generated records where {@link List#copyOf} does not serve: with null elements, or in order. */
public final class Unmodifiable {
    private Unmodifiable() {}

    public static <T extends @Nullable Object> List<T> sparse(List<T> list) {
        return Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** Keeps the order of entries, so that equal answers are equal bytes. */
    public static <T extends @Nullable Object> Map<String, T> map(Map<String, T> map) {
        return map instanceof OrderedMap<T> ordered ? ordered : new OrderedMap<>(new LinkedHashMap<>(map));
    }
}
