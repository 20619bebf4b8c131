package dev.entrepot.mailmanager.addresslist;

import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RowRemoval;
import dev.entrepot.mailmanager.contract.AddressList;
import dev.entrepot.mailmanager.contract.ConflictException;
import dev.entrepot.mailmanager.contract.CreateAddressListRequest;
import dev.entrepot.mailmanager.contract.CreateAddressListResponse;
import dev.entrepot.mailmanager.contract.DeleteAddressListRequest;
import dev.entrepot.mailmanager.contract.DeleteAddressListResponse;
import dev.entrepot.mailmanager.contract.GetAddressListRequest;
import dev.entrepot.mailmanager.contract.GetAddressListResponse;
import dev.entrepot.mailmanager.contract.ListAddressListsRequest;
import dev.entrepot.mailmanager.contract.ListAddressListsResponse;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.ResourceNotFoundException;
import dev.entrepot.mailmanager.contract.ServiceQuotaExceededException;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.Paging;
import dev.entrepot.mailmanager.resource.Creations;
import dev.entrepot.mailmanager.resource.ResourceId;
import dev.entrepot.mailmanager.resource.TagService;
import dev.entrepot.mailmanager.resource.TagStore;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.ClientToken;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The operations on address lists as such (dossier, section 1.6). */
final class AddressListService {
    private final Access access;
    private final Database database;
    private final InstantSource clock;
    private final AddressListLimits limits;
    private final Paging paging;
    private final Jobs jobs;
    private final RowRemoval removal;
    private final ListEnd ends;
    private final Creations creations;

    AddressListService(
            Access access,
            Database database,
            InstantSource clock,
            AddressListLimits limits,
            PageTokens tokens,
            Jobs jobs,
            RowRemoval removal,
            ListEnd ends) {
        this.access = access;
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.paging = Paging.ofFifty(tokens);
        this.jobs = jobs;
        this.removal = removal;
        this.ends = ends;
        this.creations = new Creations(clock);
    }

    List<BoundOperation<?, ?>> operations() {
        return List.of(
                new BoundOperation<>(MailManagerSvc.CREATE_ADDRESS_LIST, this::createAddressList),
                new BoundOperation<>(MailManagerSvc.GET_ADDRESS_LIST, this::getAddressList),
                new BoundOperation<>(MailManagerSvc.LIST_ADDRESS_LISTS, this::listAddressLists),
                new BoundOperation<>(MailManagerSvc.DELETE_ADDRESS_LIST, this::deleteAddressList));
    }

    private CreateAddressListResponse createAddressList(CreateAddressListRequest input, RequestContext context) {
        access.check(context, "CreateAddressList", "*");
        if (input.tags().isPresent()) {
            access.check(context, "TagResource", "*");
        }
        String id = database.write(handle -> create(handle, Access.owner(context), input));
        return CreateAddressListResponse.builder().addressListId(id).build();
    }

    private String create(Handle handle, Owner owner, CreateAddressListRequest input) {
        String id = ResourceId.random("al-");
        String name = input.addressListName();
        Map<String, String> tags = input.tags().map(TagService::map).orElse(Map.of());
        Optional<String> earlier = input.clientToken()
                .map(token -> new ClientToken(owner, "CreateAddressList", token, name + " " + tags))
                .flatMap(token -> creations.earlier(handle, token, id, ConflictException::new));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (AddressListStore.isTaken(handle, owner, name)) {
            throw new ConflictException("Address list already exists: " + name);
        }
        if (AddressListStore.count(handle, owner) >= limits.lists()) {
            throw new ServiceQuotaExceededException("An account has at most " + limits.lists() + " address lists.");
        }
        AddressListStore.add(handle, owner, id, name, clock.instant());
        TagStore.put(handle, id, tags);
        return id;
    }

    private GetAddressListResponse getAddressList(GetAddressListRequest input, RequestContext context) {
        String id = input.addressListId();
        AddressListRow list = database.read(handle -> AddressListStore.find(handle, Access.owner(context), id))
                .orElseThrow(() -> notFound(id));
        access.checkAddressList(context, "GetAddressList", id);
        return GetAddressListResponse.builder()
                .addressListId(list.id())
                .addressListArn(list.arn())
                .addressListName(list.name())
                .createdTimestamp(list.created())
                .lastUpdatedTimestamp(list.updated())
                .build();
    }

    static ResourceNotFoundException notFound(String id) {
        return new ResourceNotFoundException("There is no address list " + id + ".");
    }

    private ListAddressListsResponse listAddressLists(ListAddressListsRequest input, RequestContext context) {
        access.check(context, "ListAddressLists", "*");
        Owner owner = Access.owner(context);
        var page = paging.<AddressListRow>page(
                "ListAddressLists " + owner,
                input.pageSize(),
                input.nextToken(),
                (after, limit) -> database.read(handle -> AddressListStore.list(
                        handle, owner, after.map(Long::parseLong).orElse(0L), limit)),
                list -> Long.toString(list.number()));
        return ListAddressListsResponse.builder()
                .addressLists(
                        page.entries().stream().map(AddressListService::summary).toList())
                .nextToken(page.next())
                .build();
    }

    private static AddressList summary(AddressListRow list) {
        return AddressList.builder()
                .addressListId(list.id())
                .addressListArn(list.arn())
                .addressListName(list.name())
                .createdTimestamp(list.created())
                .lastUpdatedTimestamp(list.updated())
                .build();
    }

    /** A list that is not there is deleted already; the operation knows no other answer. */
    private DeleteAddressListResponse deleteAddressList(DeleteAddressListRequest input, RequestContext context) {
        String id = input.addressListId();
        access.checkAddressList(context, "DeleteAddressList", id);
        Owner owner = Access.owner(context);
        return jobs.submit(submission -> {
            Handle handle = submission.handle();
            AddressListStore.find(handle, owner, id)
                    .flatMap(list -> AddressListStore.take(handle, list.number()))
                    .ifPresent(list -> {
                        ends.ending(handle, list);
                        AddressListStore.drop(handle, list);
                        submission.add(
                                JobId.random(), owner, removal, list.id(), new RowRemoval.Removed(list.number()));
                    });
            return DeleteAddressListResponse.builder().build();
        });
    }
}
