package dev.entrepot.simpledb.load;

import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.Utf8Order;
import dev.entrepot.simpledb.load.SourceRecord.Item;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records that are committed together: so few that other writers hardly wait for them.
 *
 * @param items their documents in the order of their names, in which rows are added fastest; of two of one name the later
 * @param records the rejected ones among them
 */
record Batch(SortedMap<String, byte[]> items, long records, long rejected) {
    private static final int MAX_RECORDS = 1_000;
    private static final long MAX_BYTES = 1 << 20;

    /** The next ones; none at the end of the file. */
    static Batch read(OpenFile open) throws IOException {
        var items = new TreeMap<String, byte[]>(Utf8Order.UTF8);
        long records = 0;
        long rejected = 0;
        long bytes = 0;
        while (records < MAX_RECORDS && bytes < MAX_BYTES) {
            Optional<SourceRecord> next = open.next();
            if (next.isEmpty()) {
                break;
            }
            records++;
            if (next.get() instanceof Item(var name, var attributes)) {
                byte[] document = ItemDocument.write(name, attributes);
                bytes += document.length;
                items.put(name, document);
            } else {
                rejected++;
            }
        }
        return new Batch(items, records, rejected);
    }

    boolean isEmpty() {
        return records == 0;
    }
}
