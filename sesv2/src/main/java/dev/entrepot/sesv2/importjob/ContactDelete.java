package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.contact.ContactErrors;
import dev.entrepot.sesv2.contact.ContactStore;
import dev.entrepot.sesv2.request.Requested;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes contacts from the list. */
final class ContactDelete implements Target<String> {
    private final ListInUse list;
    private final ContactReader reader;

    ContactDelete(ListInUse list, ContactReader reader) {
        this.list = list;
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
        list.hold(handle);
        return Deletion.rejected(
                entries,
                addresses -> ContactStore.delete(handle, list.row().id(), addresses),
                ContactErrors::noSuchContact);
    }

    @Override
    public Map<String, String> stored(Handle handle, List<String> addresses) {
        return Deletion.stored(ContactStore.find(handle, list.row().id(), addresses));
    }

    @Override
    public Change change(Optional<String> before, String address) {
        return Deletion.change(before, () -> ContactErrors.noSuchContact(address));
    }
}
