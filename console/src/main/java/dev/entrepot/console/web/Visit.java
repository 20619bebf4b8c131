package dev.entrepot.console.web;

import dev.entrepot.console.session.Session;
import dev.entrepot.storage.Owner;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.service.RequestContext;
import java.util.Map;
import java.util.Optional;

/**
 * A visitor who is logged in asks for a page.
 *
 * @param steps those of the path that the route leaves open, decoded, by name
 * @param form empty of a page that is only looked at
 * @param file that came with the form
 * @param requestId bears the visit's traces in jobs and logs
 */
public record Visit(
        Session session,
        Map<String, String> steps,
        Fields query,
        Fields form,
        Optional<Upload> file,
        String host,
        String requestId) {
    public Visit {
        steps = Map.copyOf(steps);
    }

    public Caller caller() {
        return session.caller();
    }

    public Owner owner() {
        return new Owner(caller().account(), caller().region());
    }

    /** For an operation of a service. */
    public RequestContext context() {
        return context(Map.of());
    }

    /** @param extensions of our own to what the operation is asked for, by lower-case name */
    public RequestContext context(Map<String, String> extensions) {
        return new RequestContext(caller(), host, extensions, requestId);
    }

    /** @throws BadForm when none was chosen */
    public Upload upload() {
        return file.orElseThrow(() -> new BadForm("No file was chosen."));
    }

    public String step(String name) {
        return steps.getOrDefault(name, "");
    }
}
