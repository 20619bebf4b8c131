package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.message.ContentHash;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.MessageStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What an archive held before a batch.
 *
 * @param arrivals how many there had been
 * @param there those of the batch's messages that are to be archived once and were there
 */
record Before(long arrivals, Map<ContentHash, MessageId> there) {
    static Before of(Handle handle, ArchiveRow archive, Collection<ContentHash> once) {
        return new Before(ArchiveStore.arrivals(handle, archive), MessageStore.find(handle, archive.number(), once));
    }

    /** Those of the batch that must be stored: of equal ones that are wanted once, the first. */
    List<ReadArrival> fresh(List<ReadArrival> batch) {
        Set<ContentHash> seen = new HashSet<>(there.keySet());
        List<ReadArrival> fresh = new ArrayList<>();
        for (ReadArrival read : batch) {
            if (seen.add(read.hash()) || !read.arrival().onlyOnce()) {
                fresh.add(read);
            }
        }
        return fresh;
    }

    /** What became of each of the batch. */
    List<Archived> answers(List<ReadArrival> batch, Map<ReadArrival, Archived> stored) {
        Map<ContentHash, MessageId> ids = new HashMap<>(there);
        stored.forEach((read, archived) -> ids.putIfAbsent(read.hash(), archived.id()));
        return batch.stream()
                .map(read -> {
                    Archived archived = stored.get(read);
                    return archived != null ? archived : new Archived(ids.get(read.hash()), false);
                })
                .toList();
    }
}
