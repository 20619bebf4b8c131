package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.source.SourceRecord;
import java.util.Comparator;

/**
 * A record that says what it should.
 *
 * @param address whose it is
 * @param value what it says, for its {@link Target}
 */
record Entry<T>(SourceRecord source, String address, T value) {
    /** By address, and those of one address in the order of the file. */
    static final Comparator<Entry<?>> ORDER = Comparator.<Entry<?>, String>comparing(Entry::address)
            .thenComparingLong(entry -> entry.source().offset());
}
