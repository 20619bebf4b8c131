package dev.entrepot.console.addresslists;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Confirmation;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.mailmanager.contract.DeregisterMemberFromAddressListRequest;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.RegisterMemberToAddressListRequest;
import dev.entrepot.wire.service.LocalCalls;
import java.util.List;
import java.util.Map;

/** Adds members to an address list and removes them. */
final class MemberForms {
    private final LocalCalls calls;

    MemberForms(LocalCalls calls) {
        this.calls = calls;
    }

    List<Route> routes() {
        return List.of(
                Route.post("address-lists/{id}/members/add", this::add),
                Route.get("address-lists/{id}/members/remove", MemberForms::askToRemove),
                Route.post("address-lists/{id}/members/remove", this::remove));
    }

    private Answer add(Visit visit) {
        var request = RegisterMemberToAddressListRequest.builder()
                .addressListId(visit.step("id"))
                .address(visit.form().get("address").strip())
                .build();
        calls.call(MailManagerSvc.REGISTER_MEMBER_TO_ADDRESS_LIST, request, visit.context());
        return AddressListPages.page(visit);
    }

    private static Answer askToRemove(Visit visit) {
        String address = visit.query().get("address");
        return new Confirmation(
                        "Remove the member",
                        address,
                        "It can be added again.",
                        Route.at("address-lists", visit.step("id"), "members", "remove"),
                        Map.of("address", address),
                        "Remove",
                        Route.at("address-lists", visit.step("id")))
                .asked();
    }

    private Answer remove(Visit visit) {
        var request = DeregisterMemberFromAddressListRequest.builder()
                .addressListId(visit.step("id"))
                .address(visit.form().get("address"))
                .build();
        calls.call(MailManagerSvc.DEREGISTER_MEMBER_FROM_ADDRESS_LIST, request, visit.context());
        return AddressListPages.page(visit);
    }
}
