package dev.entrepot.mailmanager.ingest;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.Retention;
import dev.entrepot.mailmanager.hold.HoldRow.Received;
import dev.entrepot.mailmanager.hold.HoldStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * When messages were received that an archive keeps: after the moment that its retention reaches back to, or within a hold.
 *
 * @param expired nothing for an archive that keeps all
 */
record KeptTimes(Optional<Instant> expired, List<Received> held) {
    static KeptTimes of(Handle handle, ArchiveRow archive, Instant now) {
        return new KeptTimes(
                Retention.expired(archive.retention(), now), HoldStore.heldTimes(handle, archive.number()));
    }

    boolean contains(Instant received) {
        return expired.map(received::isAfter).orElse(true) || held.stream().anyMatch(time -> time.contains(received));
    }
}
