package dev.entrepot.mailmanager.archive;

import dev.entrepot.mailmanager.contract.ArchiveState;
import dev.entrepot.mailmanager.contract.RetentionPeriod;
import dev.entrepot.storage.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * An archive as it is stored.
 *
 * @param number stands for it in other tables; never used again
 * @param id {@code a-} and 26 letters or digits
 * @param deletedAt when its content goes, once that has been asked for
 */
public record ArchiveRow(
        long number,
        Owner owner,
        String id,
        String name,
        RetentionPeriod retention,
        Optional<String> kmsKeyArn,
        Instant created,
        Instant updated,
        Optional<Instant> retentionChanged,
        Optional<Instant> deletedAt) {
    public ArchiveState state() {
        return isActive() ? ArchiveState.ACTIVE : ArchiveState.PENDING_DELETION;
    }

    /** Whether it takes in mail, is searched and read. */
    public boolean isActive() {
        return deletedAt.isEmpty();
    }
}
