package dev.entrepot.mailmanager.selection;

import java.util.List;
import java.util.Optional;

/**
 * One condition of a filter: just one of its components is there.
 *
 * @param attachments whether there must be some, or none
 */
public record Condition(Optional<Contains> contains, Optional<Boolean> attachments) {
    /** @param values one of which must be in a text of the attribute */
    public record Contains(Attribute attribute, List<String> values) {
        public Contains {
            values = List.copyOf(values);
        }
    }
}
