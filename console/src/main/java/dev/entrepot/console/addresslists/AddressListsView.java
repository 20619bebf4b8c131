package dev.entrepot.console.addresslists;

import dev.entrepot.console.web.Route;
import dev.entrepot.mailmanager.contract.AddressList;
import java.util.List;

/**
 * A page of address lists.
 *
 * @param next the address of the next page; empty on the last
 */
record AddressListsView(List<AddressList> lists, String next) {
    static String address(AddressList list) {
        return Route.at("address-lists", list.addressListId());
    }
}
