package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.contract.SuppressionListReason;
import dev.entrepot.sesv2.request.Requested;
import dev.entrepot.sesv2.suppression.SuppressedRow;
import dev.entrepot.sesv2.suppression.SuppressionStore;
import dev.entrepot.storage.Owner;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts addresses on the suppression list; one that is there gets the new reason. */
final class SuppressionPut implements Target<SuppressedRow> {
    private final Owner owner;
    private final SuppressionReader reader;
    private final InstantSource clock;

    SuppressionPut(Owner owner, SuppressionReader reader, InstantSource clock) {
        this.owner = owner;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public SuppressedRow read(byte[] record) {
        SuppressionReader.Given given = reader.entry(record);
        SuppressionListReason reason = given.reasonGiven();
        return SuppressedRow.added(Requested.address(given.address()).text(), reason, clock.instant());
    }

    @Override
    public String address(SuppressedRow entry) {
        return entry.address();
    }

    @Override
    public List<Rejected> apply(Handle handle, List<Entry<SuppressedRow>> entries) {
        SuppressionStore.put(handle, owner, Entries.last(entries));
        return List.of();
    }

    @Override
    public Map<String, SuppressedRow> stored(Handle handle, List<String> addresses) {
        return SuppressionStore.find(handle, owner, addresses);
    }

    @Override
    public Change change(Optional<SuppressedRow> before, SuppressedRow entry) {
        return before.map(row -> row.saysTheSame(entry) ? Change.UNCHANGED : Change.UPDATED)
                .orElse(Change.CREATED);
    }
}
