package dev.entrepot.console.contacts;

import dev.entrepot.console.jobs.JobTable;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.sesv2.contract.SuppressedDestinationSummary;
import java.util.List;

/**
 * A page of the suppressed addresses.
 *
 * @param reason that they are filtered by; empty for any
 * @param from the first day that they are filtered by; empty for any
 * @param to the last one; empty for any
 * @param next the address of the next page; empty on the last
 */
record SuppressionView(
        List<SuppressedDestinationSummary> addresses,
        String reason,
        String from,
        String to,
        String next,
        JobTable imports) {
    static String remove(SuppressedDestinationSummary suppressed) {
        return Fields.link(Route.at("suppressed-addresses", "remove"), "address", suppressed.emailAddress());
    }
}
