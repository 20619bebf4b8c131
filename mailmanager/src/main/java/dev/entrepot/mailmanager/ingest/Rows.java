package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.message.ContentHash;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.mailmanager.pack.PackRow;
import dev.entrepot.mailmanager.pack.PackStore;
import dev.entrepot.mailmanager.pack.Place;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Makes packs part of an archive, in one transaction: from its commit on their messages are there. */
final class Rows {
    private final Handle handle;
    private final ArchiveRow archive;
    private final Map<ReadArrival, Archived> stored = new IdentityHashMap<>();

    private Rows(Handle handle, ArchiveRow archive) {
        this.handle = handle;
        this.archive = archive;
    }

    /** @throws ArchiveClosed when the archive has been deleted meanwhile */
    static Map<ReadArrival, Archived> add(
            Handle handle, ArchiveRow archive, Before before, List<PackedArrivals> packed) {
        long count = packed.stream().mapToLong(pack -> pack.arrivals().size()).sum();
        long last =
                ArchiveStore.takeArrivals(handle, archive, count).orElseThrow(() -> new ArchiveClosed(archive.id()));
        long next = last - count + 1;
        Map<ContentHash, MessageId> meanwhile = next == before.arrivals() + 1
                ? Map.of()
                : MessageStore.arrivedBetween(
                        handle,
                        MessageId.number(archive.number(), before.arrivals() + 1),
                        MessageId.number(archive.number(), next - 1));
        var rows = new Rows(handle, archive);
        for (PackedArrivals pack : packed) {
            rows.add(pack, next, meanwhile);
            next += pack.arrivals().size();
        }
        return rows.stored;
    }

    private void add(PackedArrivals packed, long firstArrival, Map<ContentHash, MessageId> meanwhile) {
        List<MessageRow> rows = new ArrayList<>();
        for (int i = 0; i < packed.arrivals().size(); i++) {
            ReadArrival read = packed.arrivals().get(i);
            MessageId earlier = read.arrival().onlyOnce() ? meanwhile.get(read.hash()) : null;
            if (earlier != null) {
                stored.put(read, new Archived(earlier, false));
            } else {
                Place place = packed.pack().places().get(i);
                rows.add(row(read, MessageId.number(archive.number(), firstArrival + i), place));
            }
        }
        PackStore.add(handle, pack(packed, firstArrival, rows));
        MessageStore.add(handle, rows);
    }

    private MessageRow row(ReadArrival read, long number, Place place) {
        var id = new MessageId(read.arrival().received(), number);
        stored.put(read, new Archived(id, true));
        return new MessageRow(id, place, read.size(), read.hash(), read.attachments(), read.document());
    }

    private PackRow pack(PackedArrivals packed, long firstArrival, List<MessageRow> rows) {
        List<ReadArrival> arrivals = packed.arrivals();
        return new PackRow(
                packed.pack().number(),
                archive.number(),
                arrivals.getFirst().month(),
                packed.pack().bytes(),
                arrivals.stream().mapToLong(ReadArrival::size).sum(),
                rows.stream().mapToLong(MessageRow::size).sum(),
                rows.size(),
                MessageId.number(archive.number(), firstArrival),
                MessageId.number(archive.number(), firstArrival + arrivals.size() - 1));
    }
}
