package dev.entrepot.simpledb.load;

import dev.entrepot.simpledb.classic.ItemRules;
import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.wire.service.Refused;
import java.util.function.Supplier;

/** One record of a source. */
sealed interface SourceRecord {
    /** SimpleDB can hold it. */
    record Item(String name, Attributes attributes) implements SourceRecord {}

    /**
     * SimpleDB cannot hold it.
     *
     * @param line from 1, where the record begins
     * @param text the record as it stands in the source
     */
    record Rejected(long line, String reason, String text) implements SourceRecord {}

    /** @param text asked for only when the item is rejected */
    static SourceRecord of(String name, Attributes attributes, long line, Supplier<String> text) {
        try {
            ItemRules.item(name, attributes);
            WellFormed.check(name, attributes);
            return new Item(name, attributes);
        } catch (Refused | Unsuitable refused) {
            return new Rejected(line, String.valueOf(refused.getMessage()), text.get());
        }
    }
}
