package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.contact.ContactRow;
import dev.entrepot.sesv2.contact.ContactRules;
import dev.entrepot.sesv2.contact.ContactStore;
import dev.entrepot.sesv2.contact.Preferences;
import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.request.Requested;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts contacts in place of what the list has of them, all of it (SES dossier, section 2.6). */
final class ContactPut implements Target<ContactRow> {
    private final ListInUse list;
    private final ContactReader reader;
    private final boolean protectUnsubscribed;
    private final InstantSource clock;

    ContactPut(ListInUse list, ContactReader reader, boolean protectUnsubscribed, InstantSource clock) {
        this.list = list;
        this.reader = reader;
        this.protectUnsubscribed = protectUnsubscribed;
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
        List<Rejected> rejected = new ArrayList<>();
        List<Entry<ContactRow>> allowed =
                protectUnsubscribed ? allowed(stored(handle, entries), entries, rejected) : entries;
        ContactStore.put(handle, list.row().id(), Entries.last(allowed));
        return rejected;
    }

    private Map<String, ContactRow> stored(Handle handle, List<Entry<ContactRow>> entries) {
        return ContactStore.find(
                handle,
                list.row().id(),
                entries.stream().map(Entry::address).distinct().toList());
    }

    /** @param contacts as they stand; changed to what the records make of them */
    private static List<Entry<ContactRow>> allowed(
            Map<String, ContactRow> contacts, List<Entry<ContactRow>> entries, List<Rejected> rejected) {
        var allowed = new ArrayList<Entry<ContactRow>>();
        for (Entry<ContactRow> entry : entries) {
            Optional<ContactRow> before = Optional.ofNullable(contacts.get(entry.address()));
            if (before.filter(contact -> ContactRules.takesBackOptOut(contact, entry.value()))
                    .isPresent()) {
                var error = new BadRequestException(
                        entry.address() + " has opted out of what this record would subscribe it to again.");
                rejected.add(Rejected.because(error, entry.source()));
            } else {
                contacts.put(entry.address(), entry.value());
                allowed.add(entry);
            }
        }
        return allowed;
    }
}
