package dev.entrepot.mailmanager.custody;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.contract.ArchiveFilters;
import dev.entrepot.mailmanager.custody.contract.PlaceHoldRequest;
import dev.entrepot.mailmanager.custody.contract.ValidationException;
import dev.entrepot.mailmanager.hold.HoldRow.Received;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.selection.Criteria;
import dev.entrepot.mailmanager.selection.Filters;
import dev.entrepot.mailmanager.selection.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * What a hold is asked for.
 *
 * @param received empty for listed messages
 * @param listed the ids as they were given
 */
record WantedHold(
        String reason, Optional<Received> received, Optional<ArchiveFilters> filters, Optional<List<String>> listed) {
    /** As many as AWS puts into one export; they are chosen and held at once. */
    private static final int MOST_FOUND = 250_000;

    static WantedHold of(PlaceHoldRequest input) {
        boolean chosen = input.receivedFrom().isPresent()
                || input.receivedTo().isPresent()
                || input.filters().isPresent();
        if (input.messageIds().isPresent()) {
            if (chosen) {
                throw new ValidationException(
                        "A hold is on messages that a time and filters choose or on messageIds, not both.");
            }
            return new WantedHold(input.reason(), Optional.empty(), Optional.empty(), input.messageIds());
        }
        var from = input.receivedFrom().orElse(Received.EVER.from());
        var to = input.receivedTo().orElse(Received.EVER.to());
        if (from.isAfter(to)) {
            throw new ValidationException("receivedFrom is after receivedTo.");
        }
        return new WantedHold(input.reason(), Optional.of(new Received(from, to)), input.filters(), Optional.empty());
    }

    Optional<String> filtersAsJson() {
        return filters.map(asked -> Filters.of(asked).json());
    }

    /** What the filters choose; nothing where there are none. */
    List<MessageId> find(Handle handle, ArchiveRow archive, Instant now) {
        if (filters.isEmpty()) {
            return List.of();
        }
        Received within = received.orElse(Received.EVER);
        var criteria = Criteria.of(filters, within.from(), within.to(), ArchiveStore.arrivals(handle, archive));
        List<MessageId> found = new ArrayList<>();
        new Selection(archive, criteria, now).newestFirst(handle, () -> {}, message -> {
            found.add(message.id());
            return found.size() <= MOST_FOUND;
        });
        if (found.size() > MOST_FOUND) {
            throw new ValidationException("More than " + MOST_FOUND
                    + " messages match; place a hold for each of several shorter times, or on all of a time.");
        }
        return found;
    }

    /** For the audit log. */
    Map<String, String> details() {
        Map<String, String> details = new TreeMap<>(Map.of("Reason", reason));
        received.flatMap(Received::begin).ifPresent(from -> details.put("ReceivedFrom", from.toString()));
        received.flatMap(Received::end).ifPresent(to -> details.put("ReceivedTo", to.toString()));
        filtersAsJson().ifPresent(json -> details.put("Filters", json));
        return details;
    }
}
