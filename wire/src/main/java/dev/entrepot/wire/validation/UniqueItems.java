package dev.entrepot.wire.validation;

import dev.entrepot.wire.schema.Struct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares list elements by value, whatever they are made of. */
final class UniqueItems {
    private UniqueItems() {}

    static boolean areUnique(List<?> list) {
        var seen = new HashSet<@Nullable Object>();
        for (Object element : list) {
            if (!seen.add(comparable(element))) {
                return false;
            }
        }
        return true;
    }

    /** Builders have no equality of their own. */
    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Struct struct -> {
                List<@Nullable Object> members = new ArrayList<>();
                struct.schema().members().forEach(member -> members.add(comparable(struct.get(member.index()))));
                yield members;
            }
            case List<?> list -> {
                List<@Nullable Object> elements = new ArrayList<>();
                list.forEach(element -> elements.add(comparable(element)));
                yield elements;
            }
            case Map<?, ?> map -> {
                var entries = new HashMap<@Nullable Object, @Nullable Object>();
                map.forEach((key, each) -> entries.put(key, comparable(each)));
                yield entries;
            }
            default -> value;
        };
    }
}
