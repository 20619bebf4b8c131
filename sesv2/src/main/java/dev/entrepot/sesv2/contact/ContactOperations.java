package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.address.EmailAddress;
import dev.entrepot.sesv2.contract.CreateContactRequest;
import dev.entrepot.sesv2.contract.CreateContactResponse;
import dev.entrepot.sesv2.contract.DeleteContactRequest;
import dev.entrepot.sesv2.contract.DeleteContactResponse;
import dev.entrepot.sesv2.contract.GetContactRequest;
import dev.entrepot.sesv2.contract.GetContactResponse;
import dev.entrepot.sesv2.contract.ListContactsRequest;
import dev.entrepot.sesv2.contract.ListContactsResponse;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.contract.TopicPreference;
import dev.entrepot.sesv2.contract.UpdateContactRequest;
import dev.entrepot.sesv2.contract.UpdateContactResponse;
import dev.entrepot.sesv2.request.Access;
import dev.entrepot.sesv2.request.Page;
import dev.entrepot.sesv2.request.Paging;
import dev.entrepot.sesv2.request.Requested;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The five operations on contacts. Each asks in this order: address, list, topics, contact (SES dossier, section 1.7). */
final class ContactOperations {
    private static final int PAGE = 1_000;

    private final Database database;
    private final InstantSource clock;
    private final Access access;
    private final Paging paging;

    ContactOperations(Database database, InstantSource clock, Access access, PageTokens pageTokens) {
        this.database = database;
        this.clock = clock;
        this.access = access;
        this.paging = new Paging(pageTokens, "ListContacts", PAGE);
    }

    List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(SESv2.CREATE_CONTACT, this::create),
                new BoundOperation<>(SESv2.GET_CONTACT, this::get),
                new BoundOperation<>(SESv2.LIST_CONTACTS, this::list),
                new BoundOperation<>(SESv2.UPDATE_CONTACT, this::update),
                new BoundOperation<>(SESv2.DELETE_CONTACT, this::delete));
    }

    private Owner owner(RequestContext context, String operation, String listName) {
        return access.check(context, operation, "contact-list/" + listName);
    }

    private static ContactListRow list(Handle handle, Owner owner, String name) {
        return ContactListStore.find(handle, owner, name).orElseThrow(() -> ContactErrors.noSuchList(name));
    }

    private static ContactRow contact(Handle handle, ContactListRow list, EmailAddress address) {
        return ContactStore.find(handle, list.id(), address)
                .orElseThrow(() -> ContactErrors.noSuchContact(address.text()));
    }

    private CreateContactResponse create(CreateContactRequest input, RequestContext context) {
        Owner owner = owner(context, "CreateContact", input.contactListName());
        EmailAddress address = Requested.address(input.emailAddress());
        List<TopicPreference> preferences = input.topicPreferences().orElse(List.of());
        input.attributesData().ifPresent(ContactRules::attributes);
        Instant now = clock.instant();
        var contact = new ContactRow(
                address.text(),
                input.unsubscribeAll().orElse(false),
                Preferences.of(preferences),
                input.attributesData(),
                now,
                now);
        database.write(handle -> {
            ContactListRow list = list(handle, owner, input.contactListName());
            ContactRules.topics(list, preferences);
            if (!ContactStore.add(handle, list.id(), contact)) {
                throw ContactErrors.contactExists(address.text());
            }
            return true;
        });
        return CreateContactResponse.builder().build();
    }

    private GetContactResponse get(GetContactRequest input, RequestContext context) {
        Owner owner = owner(context, "GetContact", input.contactListName());
        EmailAddress address = Requested.address(input.emailAddress());
        return database.read(handle -> {
            ContactListRow list = list(handle, owner, input.contactListName());
            return ContactAnswers.full(list, contact(handle, list, address));
        });
    }

    private ListContactsResponse list(ListContactsRequest input, RequestContext context) {
        Owner owner = owner(context, "ListContacts", input.contactListName());
        return database.read(handle -> {
            ContactListRow list = list(handle, owner, input.contactListName());
            ContactFilter filter = ContactFilter.of(list, input.filter());
            Page page = paging.page(owner + " " + list.id() + " " + filter, input.pageSize(), input.nextToken());
            Page.Filled<ContactRow> filled = ContactStore.scan(
                    handle, list.id(), page.after(), contacts -> page.fill(contacts, filter, ContactRow::address));
            return ListContactsResponse.builder()
                    .contacts(filled.entries().stream()
                            .map(contact -> ContactAnswers.listed(list, contact))
                            .toList())
                    .nextToken(filled.nextToken())
                    .build();
        });
    }

    private UpdateContactResponse update(UpdateContactRequest input, RequestContext context) {
        Owner owner = owner(context, "UpdateContact", input.contactListName());
        EmailAddress address = Requested.address(input.emailAddress());
        List<TopicPreference> preferences = input.topicPreferences().orElse(List.of());
        input.attributesData().ifPresent(ContactRules::attributes);
        database.write(handle -> {
            ContactListRow list = list(handle, owner, input.contactListName());
            ContactRules.topics(list, preferences);
            ContactRow old = contact(handle, list, address);
            ContactStore.put(
                    handle,
                    list.id(),
                    List.of(new ContactRow(
                            address.text(),
                            input.unsubscribeAll().orElse(false),
                            updated(list, old.preferences(), preferences),
                            input.attributesData(),
                            old.createdAt(),
                            clock.instant())));
            return true;
        });
        return UpdateContactResponse.builder().build();
    }

    /** AWS's model says that what a request leaves out is removed; the service itself keeps it (SES dossier, section 3.3). */
    private static Preferences updated(ContactListRow list, Preferences old, List<TopicPreference> changes) {
        return Preferences.of(ContactAnswers.explicit(list, old.with(changes)));
    }

    private DeleteContactResponse delete(DeleteContactRequest input, RequestContext context) {
        Owner owner = owner(context, "DeleteContact", input.contactListName());
        EmailAddress address = Requested.address(input.emailAddress());
        database.write(handle -> {
            ContactListRow list = list(handle, owner, input.contactListName());
            if (!ContactStore.delete(handle, list.id(), address)) {
                throw ContactErrors.noSuchContact(address.text());
            }
            return true;
        });
        return DeleteContactResponse.builder().build();
    }
}
