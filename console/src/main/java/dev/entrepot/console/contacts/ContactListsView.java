package dev.entrepot.console.contacts;

import dev.entrepot.console.jobs.JobTable;
import dev.entrepot.console.web.Route;
import dev.entrepot.sesv2.contract.ContactList;
import java.util.List;

/** The contact lists and the latest jobs of SES. */
record ContactListsView(List<ContactList> lists, JobTable jobs) {
    static String address(ContactList list) {
        return Route.at("contact-lists", list.contactListName().orElse(""));
    }
}
