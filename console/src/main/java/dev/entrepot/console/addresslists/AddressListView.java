package dev.entrepot.console.addresslists;

import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.mailmanager.contract.GetAddressListResponse;
import dev.entrepot.mailmanager.contract.SavedAddress;
import java.util.List;

/**
 * An address list and a page of its members.
 *
 * @param prefix that the members begin with; empty for all
 * @param next the address of the next page; empty on the last
 */
record AddressListView(
        GetAddressListResponse list, List<SavedAddress> members, String prefix, String next, ImportsView imports) {
    String members(String step) {
        return Route.at("address-lists", list.addressListId(), "members", step);
    }

    String remove(SavedAddress member) {
        return Fields.link(members("remove"), "address", member.address());
    }

    String load() {
        return Route.at("address-lists", list.addressListId(), "import");
    }
}
