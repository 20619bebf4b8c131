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
                protectUnsubscribed ? allowed(stored(handle, Entries.addresses(entries)), entries, rejected) : entries;
        ContactStore.put(handle, list.row().id(), Entries.last(allowed));
        return rejected;
    }

    @Override
    public Map<String, ContactRow> stored(Handle handle, List<String> addresses) {
        return ContactStore.find(handle, list.row().id(), addresses);
    }

    @Override
    public Change change(Optional<ContactRow> before, ContactRow contact) {
        if (protectUnsubscribed && before.isPresent() && ContactRules.takesBackOptOut(before.get(), contact)) {
            throw new BadRequestException(
                    contact.address() + " has opted out of what this record would subscribe it to again.");
        }
        return before.map(row -> row.saysTheSame(contact) ? Change.UNCHANGED : Change.UPDATED)
                .orElse(Change.CREATED);
    }

    /** @param contacts as they stand; changed to what the records make of them */
    private List<Entry<ContactRow>> allowed(
            Map<String, ContactRow> contacts, List<Entry<ContactRow>> entries, List<Rejected> rejected) {
        var allowed = new ArrayList<Entry<ContactRow>>();
        for (Entry<ContactRow> entry : entries) {
            try {
                change(Optional.ofNullable(contacts.get(entry.address())), entry.value());
                contacts.put(entry.address(), entry.value());
                allowed.add(entry);
            } catch (BadRequestException error) {
                rejected.add(Rejected.because(error, entry.source()));
            }
        }
        return allowed;
    }
}
