package dev.entrepot.console.web;

import java.util.List;
import java.util.stream.Stream;

/** The menu. */
enum Section {
    OVERVIEW("Overview", "/_entrepot/"),
    JOBS("Jobs", Route.at("jobs")),
    DOMAINS("Domains", Route.at("domains")),
    CONTACT_LISTS("Contact lists", Route.at("contact-lists")),
    SUPPRESSED_ADDRESSES("Suppressed addresses", Route.at("suppressed-addresses")),
    MESSAGE_EXPORTS("Message exports", Route.at("message-exports")),
    ARCHIVES("Archives", Route.at("archives"), Route.at("searches"), Route.at("messages")),
    ADDRESS_LISTS("Address lists", Route.at("address-lists")),
    AUDIENCES("Audiences", Route.at("audiences")),
    BUCKETS("Buckets", Route.at("buckets")),
    AUDIT("Audit log", Route.at("audit"));

    private final String title;
    private final String address;
    private final List<String> further;

    /** @param further where there are pages of its own too */
    Section(String title, String address, String... further) {
        this.title = title;
        this.address = address;
        this.further = List.of(further);
    }

    boolean has(String path) {
        return path.equals(address)
                || Stream.concat(Stream.of(address), further.stream()).anyMatch(each -> path.startsWith(each + "/"));
    }

    String title() {
        return title;
    }

    String address() {
        return address;
    }
}
