package dev.entrepot.mailmanager.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the index can say of a filter: messages that are meant are in every one of these, and few others.
 *
 * @param texts for each text condition, the slots of each of its values
 * @param attachments what the conditions on attachments say
 */
record Wanted(List<List<int[]>> texts, List<Boolean> attachments) {
    /** Nothing when the index cannot help, as with texts that are too short. */
    static Optional<Wanted> of(Filters filters) {
        List<List<int[]>> texts = filters.include().stream()
                .flatMap(condition -> condition.contains().stream())
                .map(Wanted::slots)
                .filter(values -> values.stream().noneMatch(slots -> slots.length == 0))
                .toList();
        List<Boolean> attachments = Stream.concat(
                        filters.include().stream().flatMap(condition -> condition.attachments().stream()),
                        filters.unless().stream()
                                .flatMap(condition -> condition.attachments().stream())
                                .map(some -> !some))
                .toList();
        return texts.isEmpty() && attachments.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wanted(texts, attachments));
    }

    private static List<int[]> slots(Condition.Contains contains) {
        return contains.values().stream()
                .map(value -> Slots.of(contains.attribute(), value))
                .toList();
    }

    /** All slots that must be known. */
    List<Integer> slots() {
        return Stream.concat(
                        texts.stream()
                                .flatMap(List::stream)
                                .flatMapToInt(Arrays::stream)
                                .boxed(),
                        attachments.stream().map(some -> Slots.ATTACHMENTS))
                .distinct()
                .toList();
    }

    /** The messages of a block that may be meant. */
    Slice in(Map<Integer, Slice> slices) {
        Function<Integer, Slice> of = slot -> slices.getOrDefault(slot, Slice.none());
        var meant = Slice.all();
        for (List<int[]> values : texts) {
            var any = Slice.none();
            for (int[] slots : values) {
                var all = Slice.all();
                Arrays.stream(slots).forEach(slot -> all.keep(of.apply(slot)));
                any.addAll(all);
            }
            meant.keep(any);
        }
        for (boolean some : attachments) {
            if (some) {
                meant.keep(of.apply(Slots.ATTACHMENTS));
            } else {
                meant.remove(of.apply(Slots.ATTACHMENTS));
            }
        }
        return meant;
    }
}
