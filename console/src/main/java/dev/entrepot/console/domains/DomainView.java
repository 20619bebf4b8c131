package dev.entrepot.console.domains;

import dev.entrepot.console.jobs.JobTable;
import dev.entrepot.console.web.Route;
import java.util.Optional;

/**
 * A domain: its figures, a select in it, its jobs.
 *
 * @param expression of the select; the usual one at first
 * @param results nothing when the expression was refused
 * @param refusal why it was; empty when it was not
 */
record DomainView(DomainLine domain, String expression, Optional<Results> results, String refusal, JobTable jobs) {
    String export() {
        return Route.at("domains", domain.name(), "export");
    }

    String load() {
        return Route.at("domains", domain.name(), "import");
    }
}
