package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.ByteRange;
import dev.entrepot.simpledb.domain.IndexedAttribute;
import dev.entrepot.simpledb.domain.ItemStore;
import dev.entrepot.simpledb.domain.ValueIndex;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Where items' names come from without reading the items. */
sealed interface Source {
    /** How many names it gives, {@code limit} at most. */
    long count(Handle handle, long limit);

    /** All its names, some perhaps several times. */
    List<String> names(Handle handle);

    record Values(IndexedAttribute attribute, ByteRange range) implements Source {
        @Override
        public long count(Handle handle, long limit) {
            return ValueIndex.count(handle, attribute, range, limit);
        }

        @Override
        public List<String> names(Handle handle) {
            return ValueIndex.items(handle, attribute, range);
        }
    }

    record Names(long domainId, ByteRange range) implements Source {
        @Override
        public long count(Handle handle, long limit) {
            return ItemStore.names(handle, domainId, range, limit).size();
        }

        @Override
        public List<String> names(Handle handle) {
            return ItemStore.names(handle, domainId, range, Integer.MAX_VALUE);
        }
    }
}
