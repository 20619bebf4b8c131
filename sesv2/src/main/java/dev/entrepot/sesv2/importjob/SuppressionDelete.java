package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.request.Requested;
import dev.entrepot.sesv2.suppression.SuppressionErrors;
import dev.entrepot.sesv2.suppression.SuppressionStore;
import dev.entrepot.storage.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes addresses from the suppression list. */
final class SuppressionDelete implements Target<String> {
    private final Owner owner;
    private final SuppressionReader reader;

    SuppressionDelete(Owner owner, SuppressionReader reader) {
        this.owner = owner;
        this.reader = reader;
    }

    @Override
    public String read(byte[] record) {
        return Requested.address(reader.address(record)).text();
    }

    @Override
    public String address(String address) {
        return address;
    }

    @Override
    public List<Rejected> apply(Handle handle, List<Entry<String>> entries) {
        return Deletion.rejected(
                entries,
                addresses -> SuppressionStore.delete(handle, owner, addresses),
                SuppressionErrors::notSuppressed);
    }

    @Override
    public Map<String, String> stored(Handle handle, List<String> addresses) {
        return Deletion.stored(SuppressionStore.find(handle, owner, addresses));
    }

    @Override
    public Change change(Optional<String> before, String address) {
        return Deletion.change(before, () -> SuppressionErrors.notSuppressed(address));
    }
}
