package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.Retention;
import dev.entrepot.mailmanager.hold.HoldRow.Received;
import dev.entrepot.mailmanager.hold.HoldStore;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** When messages were received that an archive keeps now: not longer ago than its retention says, or within a hold. */
record KeptTimes(ArchiveRow archive, Instant now, List<Received> held) {
    static KeptTimes of(Handle handle, ArchiveRow archive, Instant now) {
        return new KeptTimes(archive, now, HoldStore.heldTimes(handle, archive.number()));
    }

    boolean contains(Instant received) {
        return !Retention.isExpired(archive.retention(), received, now)
                || held.stream().anyMatch(time -> time.contains(received));
    }
}
