package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.message.MessageDocument;
import dev.entrepot.mailmanager.message.MessageRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The whole filter, put to one message after the other. */
final class Match implements Predicate<MessageRow> {
    private final List<Condition> include;
    private final List<Condition> unless;

    Match(Filters filters) {
        this.include = filters.include().stream().map(Match::folded).toList();
        this.unless = filters.unless().stream().map(Match::folded).toList();
    }

    private static Condition folded(Condition condition) {
        Optional<Condition.Contains> contains = condition
                .contains()
                .map(given -> new Condition.Contains(
                        given.attribute(),
                        given.values().stream().map(Folding::fold).toList()));
        return new Condition(contains, condition.attachments());
    }

    @Override
    public boolean test(MessageRow message) {
        if (include.isEmpty() && unless.isEmpty()) {
            return true;
        }
        MessageDocument document = message.document();
        return include.stream().allMatch(condition -> holds(condition, document))
                && unless.stream().noneMatch(condition -> holds(condition, document));
    }

    private static boolean holds(Condition condition, MessageDocument document) {
        return condition
                .contains()
                .map(contains -> contains.attribute().texts(document).stream()
                        .map(Folding::fold)
                        .anyMatch(text -> contains.values().stream().anyMatch(text::contains)))
                .orElseGet(() -> condition.attachments().orElseThrow()
                        == document.summary().attachments());
    }
}
