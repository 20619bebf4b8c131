package dev.entrepot.sesv2.contact;

import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RowRemoval;
import dev.entrepot.sesv2.contract.ContactList;
import dev.entrepot.sesv2.contract.CreateContactListRequest;
import dev.entrepot.sesv2.contract.CreateContactListResponse;
import dev.entrepot.sesv2.contract.DeleteContactListRequest;
import dev.entrepot.sesv2.contract.DeleteContactListResponse;
import dev.entrepot.sesv2.contract.GetContactListRequest;
import dev.entrepot.sesv2.contract.GetContactListResponse;
import dev.entrepot.sesv2.contract.ListContactListsRequest;
import dev.entrepot.sesv2.contract.ListContactListsResponse;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.contract.Tag;
import dev.entrepot.sesv2.contract.Topic;
import dev.entrepot.sesv2.contract.UpdateContactListRequest;
import dev.entrepot.sesv2.contract.UpdateContactListResponse;
import dev.entrepot.sesv2.request.Access;
import dev.entrepot.sesv2.request.Page;
import dev.entrepot.sesv2.request.Paging;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The five operations on whole lists. */
final class ContactListOperations {
    private static final int PAGE = 100;

    private final Database database;
    private final InstantSource clock;
    private final ContactLimits limits;
    private final Jobs jobs;
    private final RowRemoval removal;
    private final Access access;
    private final Paging paging;

    ContactListOperations(
            Database database,
            InstantSource clock,
            ContactLimits limits,
            Jobs jobs,
            RowRemoval removal,
            Access access,
            PageTokens pageTokens) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.jobs = jobs;
        this.removal = removal;
        this.access = access;
        this.paging = new Paging(pageTokens, "ListContactLists", PAGE);
    }

    List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(SESv2.CREATE_CONTACT_LIST, this::create),
                new BoundOperation<>(SESv2.GET_CONTACT_LIST, this::get),
                new BoundOperation<>(SESv2.LIST_CONTACT_LISTS, this::list),
                new BoundOperation<>(SESv2.UPDATE_CONTACT_LIST, this::update),
                new BoundOperation<>(SESv2.DELETE_CONTACT_LIST, this::delete));
    }

    private Owner owner(RequestContext context, String operation, String name) {
        return access.check(context, operation, "contact-list/" + name);
    }

    private static ContactListRow find(Handle handle, Owner owner, String name) {
        return ContactListStore.find(handle, owner, name).orElseThrow(() -> ContactErrors.noSuchList(name));
    }

    private CreateContactListResponse create(CreateContactListRequest input, RequestContext context) {
        String name = input.contactListName();
        Owner owner = owner(context, "CreateContactList", name);
        List<Topic> topics = input.topics().orElse(List.of());
        ContactListRules.name(name);
        ContactListRules.topics(topics);
        ContactListRules.description(input.description());
        List<Tag> tags = TagRules.with(List.of(), input.tags().orElse(List.of()));
        database.write(handle -> {
            if (ContactListStore.count(handle, owner) >= limits.lists()) {
                throw ContactErrors.tooManyLists(limits.lists());
            }
            if (ContactListStore.find(handle, owner, name).isPresent()) {
                throw ContactErrors.listExists(name);
            }
            ContactListStore.add(handle, owner, name, input.description(), topics, tags, clock.instant());
            return true;
        });
        return CreateContactListResponse.builder().build();
    }

    private GetContactListResponse get(GetContactListRequest input, RequestContext context) {
        String name = input.contactListName();
        Owner owner = owner(context, "GetContactList", name);
        ContactListRules.name(name);
        ContactListRow list = database.read(handle -> find(handle, owner, name));
        return GetContactListResponse.builder()
                .contactListName(list.name())
                .topics(list.topics())
                .description(list.description())
                .createdTimestamp(list.createdAt())
                .lastUpdatedTimestamp(list.updatedAt())
                .tags(list.tags())
                .build();
    }

    private ListContactListsResponse list(ListContactListsRequest input, RequestContext context) {
        Owner owner = access.check(context, "ListContactLists");
        Page page = paging.page(owner.toString(), input.pageSize(), input.nextToken());
        List<ContactListRow> lists =
                database.read(handle -> ContactListStore.list(handle, owner, page.after(), page.size() + 1));
        Page.Filled<ContactListRow> filled = page.fill(lists.iterator(), each -> true, ContactListRow::name);
        return ListContactListsResponse.builder()
                .contactLists(filled.entries().stream()
                        .map(list -> ContactList.builder()
                                .contactListName(list.name())
                                .lastUpdatedTimestamp(list.updatedAt())
                                .build())
                        .toList())
                .nextToken(filled.nextToken())
                .build();
    }

    private UpdateContactListResponse update(UpdateContactListRequest input, RequestContext context) {
        String name = input.contactListName();
        Owner owner = owner(context, "UpdateContactList", name);
        List<Topic> topics = input.topics().orElse(List.of());
        ContactListRules.name(name);
        ContactListRules.topics(topics);
        ContactListRules.description(input.description());
        database.write(handle -> {
            ContactListRow list = find(handle, owner, name);
            ContactListStore.update(handle, list.id(), input.description(), topics, clock.instant());
            return true;
        });
        return UpdateContactListResponse.builder().build();
    }

    private DeleteContactListResponse delete(DeleteContactListRequest input, RequestContext context) {
        String name = input.contactListName();
        Owner owner = owner(context, "DeleteContactList", name);
        ContactListRules.name(name);
        jobs.submit(submission -> {
            ContactListRow list = find(submission.handle(), owner, name);
            ContactListStore.drop(submission.handle(), list.id());
            return submission.add(JobId.random(), owner, removal, name, new RowRemoval.Removed(list.id()));
        });
        return DeleteContactListResponse.builder().build();
    }
}
