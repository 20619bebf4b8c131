package dev.entrepot.console.web;

/** The menu. */
enum Section {
    OVERVIEW("Overview", "/_entrepot/"),
    JOBS("Jobs", Route.at("jobs")),
    DOMAINS("Domains", Route.at("domains")),
    CONTACT_LISTS("Contact lists", Route.at("contact-lists")),
    SUPPRESSED_ADDRESSES("Suppressed addresses", Route.at("suppressed-addresses")),
    MESSAGE_EXPORTS("Message exports", Route.at("message-exports")),
    ARCHIVES("Archives", Route.at("archives")),
    ADDRESS_LISTS("Address lists", Route.at("address-lists")),
    AUDIENCES("Audiences", Route.at("audiences")),
    BUCKETS("Buckets", Route.at("buckets")),
    AUDIT("Audit log", Route.at("audit"));

    private final String title;
    private final String address;

    Section(String title, String address) {
        this.title = title;
        this.address = address;
    }

    String title() {
        return title;
    }

    String address() {
        return address;
    }
}
