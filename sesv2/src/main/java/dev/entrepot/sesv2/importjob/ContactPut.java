package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.contact.ContactRow;
import dev.entrepot.sesv2.contact.ContactRules;
import dev.entrepot.sesv2.contact.ContactStore;
import dev.entrepot.sesv2.contact.Preferences;
import dev.entrepot.sesv2.request.Requested;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Puts contacts in place of what the list has of them, all of it (SES dossier, section 2.6). */
final class ContactPut implements Target<ContactRow> {
    private final ListInUse list;
    private final ContactReader reader;
    private final InstantSource clock;

    ContactPut(ListInUse list, ContactReader reader, InstantSource clock) {
        this.list = list;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public ContactRow read(byte[] record) {
        GivenContact given = reader.contact(record);
        String address = Requested.address(given.address()).text();
        ContactRules.topics(list.row(), given.preferences());
        given.attributes().ifPresent(ContactRules::attributes);
        Instant now = clock.instant();
        return new ContactRow(
                address, given.unsubscribeAll(), Preferences.of(given.preferences()), given.attributes(), now, now);
    }

    @Override
    public String address(ContactRow contact) {
        return contact.address();
    }

    @Override
    public List<Rejected> apply(Handle handle, List<Entry<ContactRow>> entries) {
        list.hold(handle);
        ContactStore.put(handle, list.row().id(), Entries.last(entries));
        return List.of();
    }
}
