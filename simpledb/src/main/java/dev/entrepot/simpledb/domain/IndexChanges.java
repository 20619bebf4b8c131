package dev.entrepot.simpledb.domain;

import static dev.entrepot.simpledb.domain.Utf8Order.UTF8;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What one write changes in the index of values, gathered so that it goes in sorted and in few statements. */
final class IndexChanges {
    /** About so much of the heap at most: the more go in together, the fewer times a page of the index is written. */
    private static final int GATHERED_BYTES = 64 << 20;

    private static final int ENTRY_BYTES = 150;

    private static final Comparator<AttributeValue> ORDER =
            Comparator.comparing(AttributeValue::name, UTF8).thenComparing(AttributeValue::value, UTF8);

    private final TreeMap<String, AttributeChanges> attributes = new TreeMap<>(UTF8);
    private final Handle handle;
    private final long domainId;
    private final DomainGrowth growth;
    private int gathered;

    IndexChanges(Handle handle, long domainId, DomainGrowth growth) {
        this.handle = handle;
        this.domainId = domainId;
        this.growth = growth;
    }

    /** @param before the item's pairs as they were, in order, as those after */
    void item(String name, List<AttributeValue> before, List<AttributeValue> after) {
        byte[] item = ItemStore.bytes(name);
        int b = 0;
        int a = 0;
        while (b < before.size() || a < after.size()) {
            int order = b == before.size() ? 1 : a == after.size() ? -1 : ORDER.compare(before.get(b), after.get(a));
            if (order == 0) {
                countItem(after.get(a).name(), first(after, a) - first(before, b));
                a++;
                b++;
            } else if (order < 0) {
                countItem(before.get(b).name(), -first(before, b));
                pair(before.get(b++), item, -1);
            } else {
                countItem(after.get(a).name(), first(after, a));
                pair(after.get(a++), item, 1);
            }
        }
        if (gathered >= GATHERED_BYTES) {
            write();
        }
    }

    /** One for an attribute's first pair. */
    private static int first(List<AttributeValue> pairs, int at) {
        return at == 0 || !pairs.get(at - 1).name().equals(pairs.get(at).name()) ? 1 : 0;
    }

    private void countItem(String attribute, int more) {
        if (more != 0) {
            changes(attribute).items += more;
        }
    }

    private void pair(AttributeValue pair, byte[] item, int more) {
        byte[] value = pair.value().getBytes(StandardCharsets.UTF_8);
        changes(pair.name()).pair(value, item, more);
        growth.pair(value.length, more);
        gathered += ENTRY_BYTES + value.length;
    }

    private AttributeChanges changes(String attribute) {
        return attributes.computeIfAbsent(attribute, any -> new AttributeChanges());
    }

    void write() {
        attributes.forEach(this::write);
        attributes.clear();
        gathered = 0;
    }

    private void write(String name, AttributeChanges changes) {
        Optional<IndexedAttribute> changed = changes.pairs == 0 && changes.items == 0
                ? IndexedAttribute.find(handle, domainId, name)
                : Optional.of(IndexedAttribute.add(handle, domainId, name, changes.pairs, changes.items));
        changed.ifPresent(
                attribute -> { // none when all that came has gone again
                    changes.write(handle, attribute.id());
                    if (attribute.pairs() == 0) {
                        IndexedAttribute.remove(handle, attribute);
                        growth.attribute(name, -1);
                    } else if (attribute.pairs() == changes.pairs) {
                        growth.attribute(name, 1);
                    }
                });
    }
}
