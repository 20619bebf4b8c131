package dev.entrepot.mailmanager.custody;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.custody.contract.ValidationException;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.MessageStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Messages by their ids, for a hold: either all of them are there, or it is not placed. */
final class ListedMessages {
    private static final int MOST_NAMED = 5;

    private ListedMessages() {}

    /** Each of them once. */
    static List<MessageId> find(Handle handle, ArchiveRow archive, List<String> listed) {
        Map<String, MessageId> ids = new LinkedHashMap<>();
        listed.forEach(text -> MessageId.parse(text)
                .filter(id -> id.archive() == archive.number())
                .ifPresent(id -> ids.put(text, id)));
        Set<MessageId> there = MessageStore.among(handle, ids.values());
        ids.values().retainAll(there);
        List<String> unknown = listed.stream()
                .filter(text -> !ids.containsKey(text))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new ValidationException(unknown.size() + " messages are not in the archive: "
                    + String.join(", ", unknown.subList(0, Math.min(MOST_NAMED, unknown.size()))));
        }
        return List.copyOf(there);
    }
}
