package dev.entrepot.mailmanager.addresslist;

import dev.entrepot.mailmanager.contract.AddressFilter;
import dev.entrepot.mailmanager.contract.DeregisterMemberFromAddressListRequest;
import dev.entrepot.mailmanager.contract.DeregisterMemberFromAddressListResponse;
import dev.entrepot.mailmanager.contract.GetMemberOfAddressListRequest;
import dev.entrepot.mailmanager.contract.GetMemberOfAddressListResponse;
import dev.entrepot.mailmanager.contract.ListMembersOfAddressListRequest;
import dev.entrepot.mailmanager.contract.ListMembersOfAddressListResponse;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.RegisterMemberToAddressListRequest;
import dev.entrepot.mailmanager.contract.RegisterMemberToAddressListResponse;
import dev.entrepot.mailmanager.contract.ResourceNotFoundException;
import dev.entrepot.mailmanager.contract.SavedAddress;
import dev.entrepot.mailmanager.contract.ServiceQuotaExceededException;
import dev.entrepot.mailmanager.contract.ValidationException;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.Paging;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The operations on members of address lists (dossier, section 1.6). What is told of addresses goes to the caller, never to a log. */
final class MemberService {
    private static final int PAGE = 100;

    private final Access access;
    private final Database database;
    private final InstantSource clock;
    private final AddressListLimits limits;
    private final Paging paging;

    MemberService(Access access, Database database, InstantSource clock, AddressListLimits limits, PageTokens tokens) {
        this.access = access;
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.paging = new Paging(tokens, PAGE);
    }

    List<BoundOperation<?, ?>> operations() {
        return List.of(
                new BoundOperation<>(MailManagerSvc.REGISTER_MEMBER_TO_ADDRESS_LIST, this::register),
                new BoundOperation<>(MailManagerSvc.DEREGISTER_MEMBER_FROM_ADDRESS_LIST, this::deregister),
                new BoundOperation<>(MailManagerSvc.GET_MEMBER_OF_ADDRESS_LIST, this::getMember),
                new BoundOperation<>(MailManagerSvc.LIST_MEMBERS_OF_ADDRESS_LIST, this::listMembers));
    }

    private RegisterMemberToAddressListResponse register(
            RegisterMemberToAddressListRequest input, RequestContext context) {
        MemberAddress address = address(input.address());
        return database.write(handle -> {
            AddressListRow list = take(handle, "RegisterMemberToAddressList", input.addressListId(), context);
            if (MemberStore.find(handle, list, address).isEmpty()) {
                if (list.members() >= limits.members()) {
                    throw new ServiceQuotaExceededException(
                            "An address list has at most " + limits.members() + " members.");
                }
                MemberStore.add(handle, list, List.of(address), clock.instant());
            }
            return RegisterMemberToAddressListResponse.builder().build();
        });
    }

    private static MemberAddress address(String text) {
        return MemberAddress.parse(text)
                .orElseThrow(
                        () -> new ValidationException("The Address is not valid: " + MemberAddress.EXPECTED + "."));
    }

    private DeregisterMemberFromAddressListResponse deregister(
            DeregisterMemberFromAddressListRequest input, RequestContext context) {
        MemberAddress address = address(input.address());
        return database.write(handle -> {
            AddressListRow list = take(handle, "DeregisterMemberFromAddressList", input.addressListId(), context);
            MemberStore.remove(handle, list, address, clock.instant());
            return DeregisterMemberFromAddressListResponse.builder().build();
        });
    }

    private GetMemberOfAddressListResponse getMember(GetMemberOfAddressListRequest input, RequestContext context) {
        MemberAddress address = address(input.address());
        MemberRow member = database.read(handle -> MemberStore.find(
                        handle, find(handle, "GetMemberOfAddressList", input.addressListId(), context), address))
                .orElseThrow(() -> new ResourceNotFoundException("The address list has no such member."));
        return GetMemberOfAddressListResponse.builder()
                .address(member.address())
                .createdTimestamp(member.created())
                .build();
    }

    private ListMembersOfAddressListResponse listMembers(
            ListMembersOfAddressListRequest input, RequestContext context) {
        AddressListRow list =
                database.read(handle -> find(handle, "ListMembersOfAddressList", input.addressListId(), context));
        String prefix = input.filter().flatMap(AddressFilter::addressPrefix).orElse("");
        var page = paging.<MemberRow>page(
                "ListMembersOfAddressList " + list.id() + " " + prefix,
                input.pageSize(),
                input.nextToken(),
                (after, limit) ->
                        database.read(handle -> MemberStore.list(handle, list, prefix, after.orElse(""), limit)),
                MemberRow::folded);
        return ListMembersOfAddressListResponse.builder()
                .addresses(page.entries().stream()
                        .map(member -> new SavedAddress(member.address(), member.created()))
                        .toList())
                .nextToken(page.next())
                .build();
    }

    private AddressListRow take(Handle handle, String operation, String id, RequestContext context) {
        AddressListRow found = find(handle, operation, id, context);
        return AddressListStore.take(handle, found.number()).orElseThrow(() -> AddressListService.notFound(id));
    }

    private AddressListRow find(Handle handle, String operation, String id, RequestContext context) {
        AddressListRow list = AddressListStore.find(handle, Access.owner(context), id)
                .orElseThrow(() -> AddressListService.notFound(id));
        access.checkAddressList(context, operation, id);
        return list;
    }
}
