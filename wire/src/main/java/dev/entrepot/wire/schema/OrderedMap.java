package dev.entrepot.wire.schema;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A map in the order of its entries that nobody writes to any more: records keep it as it is, where they copy other maps. */
final class OrderedMap<T extends @Nullable Object> extends AbstractMap<String, T> {
    private final Map<String, T> entries;

    /** @param entries handed over: the caller forgets them */
    OrderedMap(Map<String, T> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    @Override
    public Set<Entry<String, T>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return entries.containsKey(key);
    }

    @Override
    public @Nullable T get(@Nullable Object key) {
        return entries.get(key);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super T> action) {
        entries.forEach(action);
    }
}
