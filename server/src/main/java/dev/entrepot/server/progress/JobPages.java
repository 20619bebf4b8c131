package dev.entrepot.server.progress;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Jobs as JSON. */
final class JobPages {
    private JobPages() {}

    /** A page that is full may have a next one. */
    static String list(List<Job<?>> jobs, int limit) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        var list = page.putArray("jobs");
        jobs.forEach(job -> list.add(describe(job)));
        if (jobs.size() == limit) {
            page.put("next", jobs.getLast().position().toString());
        }
        return page.toString();
    }

    static String show(Job<?> job) {
        return describe(job).toString();
    }

    static String refusal(String message) {
        return JsonNodeFactory.instance.objectNode().put("message", message).toString();
    }

    private static ObjectNode describe(Job<?> job) {
        ObjectNode page = JsonNodeFactory.instance
                .objectNode()
                .put("id", job.id().toString())
                .put("kind", job.kind())
                .put("service", job.kind().split("-", 2)[0])
                .put("subject", job.subject())
                .put("state", job.state().name());
        put(page, "requestedAt", Optional.of(job.requestedAt()));
        put(page, "startedAt", job.startedAt());
        put(page, "endedAt", job.endedAt());
        job.origin()
                .ifPresent(
                        origin -> page.put("accessKeyId", origin.accessKeyId()).put("requestId", origin.requestId()));
        page.set("done", counts(job.done()));
        page.set("expected", counts(job.expected()));
        job.failure()
                .ifPresent(failure ->
                        page.putObject("failure").put("code", failure.code()).put("message", failure.message()));
        return page;
    }

    private static void put(ObjectNode page, String name, Optional<Instant> moment) {
        moment.ifPresent(when -> page.put(name, when.toString()));
    }

    private static ObjectNode counts(Counts counts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("records", counts.records())
                .put("failed", counts.failed())
                .put("bytes", counts.bytes());
    }
}
