package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.ByteRange;
import dev.entrepot.simpledb.domain.IndexedAttribute;
import java.util.List;

/** How a select comes to its candidates: items of which each is then read and put to the whole condition. */
sealed interface AccessPath {
    /** Reads the items in a range of names one after the other. */
    record ItemScan(ByteRange names) implements AccessPath {}

    /** Walks through the items that have one value; the index has them in the order of their names. */
    record OneValue(IndexedAttribute attribute, String value) implements AccessPath {}

    /** Gathers a bounded number of names. */
    record Gathered(List<Source> sources) implements AccessPath {
        public Gathered {
            sources = List.copyOf(sources);
        }
    }

    /** Walks through the values of the attribute that results are sorted by. */
    record ValueWalk(IndexedAttribute attribute, ByteRange values) implements AccessPath {}
}
