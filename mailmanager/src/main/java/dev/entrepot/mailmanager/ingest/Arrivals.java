package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.message.ContentHash;
import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.storage.database.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes messages into archives. Any number of threads may do so at once. */
public final class Arrivals {
    private final Database database;
    private final Packs packs;
    private final InstantSource clock;
    private final GroupCommit singles = new GroupCommit(this::store);

    public Arrivals(Database database, Packs packs, InstantSource clock) {
        this.database = database;
        this.packs = packs;
        this.clock = clock;
    }

    /** Whether mail enters the archive now. */
    public boolean isOpen(String archiveId) {
        return find(archiveId).isPresent();
    }

    /**
     * Archives a batch, best some thousands at a time; on return all of it is on the disk.
     *
     * @return what became of each, in their order
     * @throws ArchiveClosed when no mail enters the archive
     * @throws RuntimeException when the store is unwell; then none of it is archived
     */
    public List<Archived> archive(String archiveId, List<Arrival> batch) {
        return store(archiveId, batch.stream().map(ReadArrival::of).toList());
    }

    /**
     * Archives messages out of mailboxes, each unless the archive has its very bytes already or keeps none so old; on return all are on
     * the disk.
     *
     * @throws ArchiveClosed when no mail enters the archive
     * @throws RuntimeException when the store is unwell; then none of it is archived
     */
    public Loaded load(String archiveId, List<LoadedMessage> batch) {
        ArchiveRow archive = find(archiveId).orElseThrow(() -> new ArchiveClosed(archiveId));
        Instant now = clock.instant();
        List<ContentHash> hashes = batch.stream()
                .map(message -> ReadArrival.hashOf(message.content()))
                .toList();
        // What a load that is repeated brings again is not worth being parsed.
        Before before = before(archive, hashes);
        Map<ContentHash, ReadArrival> fresh = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            ContentHash hash = hashes.get(i);
            if (!before.there().containsKey(hash) && !fresh.containsKey(hash)) {
                fresh.put(hash, ReadArrival.of(batch.get(i), hash, now));
            }
        }
        KeptTimes kept = database.read(handle -> KeptTimes.of(handle, archive, now));
        Set<ContentHash> tooOld = fresh.values().stream()
                .filter(read -> !kept.contains(read.arrival().received()))
                .map(ReadArrival::hash)
                .collect(Collectors.toSet());
        fresh.keySet().removeAll(tooOld);
        int archived = (int) store(archive, before, List.copyOf(fresh.values())).stream()
                .filter(Archived::added)
                .count();
        int expired = (int) hashes.stream().filter(tooOld::contains).count();
        return new Loaded(archived, batch.size() - archived - expired, expired);
    }

    /**
     * Archives one message; on return it is on the disk. Those that come at the same time are written together.
     *
     * @throws ArchiveClosed when no mail enters the archive
     * @throws RuntimeException when the store is unwell; then it is not archived
     */
    public Archived deliver(String archiveId, Arrival arrival) {
        return deliver(archiveId, List.of(arrival)).getFirst();
    }

    /**
     * The same for a few that belong together: all of them are archived or none.
     *
     * @return what became of each, in their order
     */
    public List<Archived> deliver(String archiveId, List<Arrival> arrivals) {
        return singles.commit(archiveId, arrivals.stream().map(ReadArrival::of).toList());
    }

    private Optional<ArchiveRow> find(String archiveId) {
        return database.read(handle -> ArchiveStore.find(handle, archiveId, clock.instant()))
                .filter(ArchiveRow::isActive);
    }

    private List<Archived> store(String archiveId, List<ReadArrival> batch) {
        ArchiveRow archive = find(archiveId).orElseThrow(() -> new ArchiveClosed(archiveId));
        List<ContentHash> once = batch.stream()
                .filter(read -> read.arrival().onlyOnce())
                .map(ReadArrival::hash)
                .toList();
        return store(archive, before(archive, once), batch);
    }

    private Before before(ArchiveRow archive, List<ContentHash> once) {
        return database.read(handle -> Before.of(handle, archive, once));
    }

    private List<Archived> store(ArchiveRow archive, Before before, List<ReadArrival> batch) {
        List<PackedArrivals> packed = PackedArrivals.divide(before.fresh(batch)).stream()
                .map(arrivals -> new PackedArrivals(arrivals, packs.write(archive, arrivals)))
                .toList();
        Map<ReadArrival, Archived> stored =
                packed.isEmpty() ? Map.of() : database.writeBatch(handle -> Rows.add(handle, archive, before, packed));
        return before.answers(batch, stored);
    }
}
