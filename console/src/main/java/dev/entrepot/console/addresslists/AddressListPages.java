package dev.entrepot.console.addresslists;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.mailmanager.contract.AddressFilter;
import dev.entrepot.mailmanager.contract.CreateAddressListRequest;
import dev.entrepot.mailmanager.contract.GetAddressListRequest;
import dev.entrepot.mailmanager.contract.ListAddressListImportJobsRequest;
import dev.entrepot.mailmanager.contract.ListAddressListsRequest;
import dev.entrepot.mailmanager.contract.ListMembersOfAddressListRequest;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.wire.service.LocalCalls;
import java.util.List;
import java.util.stream.Stream;

/** The address lists and the page of each. */
public final class AddressListPages {
    private static final String LISTS = "address-lists";
    private static final int LISTS_A_PAGE = 50;
    private static final int MEMBERS_A_PAGE = 100;
    private static final int IMPORTS = 10;

    private final LocalCalls calls;
    private final MemberForms members;
    private final ImportForms imports;

    public AddressListPages(LocalCalls calls, ObjectStore objects) {
        this.calls = calls;
        this.members = new MemberForms(calls);
        this.imports = new ImportForms(calls, objects);
    }

    public List<Route> routes() {
        var own = List.of(
                Route.get(LISTS, this::list),
                Route.post(LISTS, this::create),
                Route.get(LISTS + "/{id}", this::show),
                Route.get(LISTS + "/{id}/live", visit -> Answer.show("addresslists/imports.jte", imports(visit))));
        return Stream.of(own, members.routes(), imports.routes())
                .flatMap(List::stream)
                .toList();
    }

    static Answer page(Visit visit) {
        return new Answer.SeeOther(Route.at(LISTS, visit.step("id")));
    }

    private Answer list(Visit visit) {
        var listed = calls.call(
                MailManagerSvc.LIST_ADDRESS_LISTS,
                ListAddressListsRequest.builder()
                        .pageSize(LISTS_A_PAGE)
                        .nextToken(visit.query().find("token"))
                        .build(),
                visit.context());
        String next = listed.nextToken()
                .map(token -> Fields.link(Route.at(LISTS), "token", token))
                .orElse("");
        return Answer.show("addresslists/list.jte", new AddressListsView(listed.addressLists(), next));
    }

    private Answer create(Visit visit) {
        var request = CreateAddressListRequest.builder()
                .addressListName(visit.form().get("name").strip())
                .build();
        String id = calls.call(MailManagerSvc.CREATE_ADDRESS_LIST, request, visit.context())
                .addressListId();
        return new Answer.SeeOther(Route.at(LISTS, id));
    }

    private Answer show(Visit visit) {
        String id = visit.step("id");
        var list = calls.call(
                MailManagerSvc.GET_ADDRESS_LIST,
                GetAddressListRequest.builder().addressListId(id).build(),
                visit.context());
        String prefix = visit.query().find("prefix").orElse("");
        var listed = calls.call(
                MailManagerSvc.LIST_MEMBERS_OF_ADDRESS_LIST,
                ListMembersOfAddressListRequest.builder()
                        .addressListId(id)
                        .filter(visit.query()
                                .find("prefix")
                                .map(begin -> AddressFilter.builder()
                                        .addressPrefix(begin)
                                        .build()))
                        .pageSize(MEMBERS_A_PAGE)
                        .nextToken(visit.query().find("token"))
                        .build(),
                visit.context());
        String next = listed.nextToken()
                .map(token -> Fields.link(Route.at(LISTS, id), "prefix", prefix, "token", token))
                .orElse("");
        return Answer.show(
                "addresslists/show.jte", new AddressListView(list, listed.addresses(), prefix, next, imports(visit)));
    }

    private ImportsView imports(Visit visit) {
        String id = visit.step("id");
        var request = ListAddressListImportJobsRequest.builder()
                .addressListId(id)
                .pageSize(IMPORTS)
                .build();
        return new ImportsView(
                id,
                calls.call(MailManagerSvc.LIST_ADDRESS_LIST_IMPORT_JOBS, request, visit.context())
                        .importJobs());
    }
}
