package dev.entrepot.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A job as text. */
final class JobText {
    private static final String ROW = "%-36s  %-22s  %-9s  %15s  %-20s  %s%n";

    private JobText() {}

    static String heading() {
        return ROW.formatted("JOB", "KIND", "STATE", "RECORDS", "REQUESTED", "SUBJECT");
    }

    /** A line. */
    static String row(JsonNode job) {
        return ROW.formatted(
                job.path("id").asText(),
                job.path("kind").asText(),
                job.path("state").asText(),
                "%,d".formatted(job.at("/done/records").asLong()),
                second(job, "requestedAt"),
                job.path("subject").asText());
    }

    /** Several lines. */
    static String whole(JsonNode job) {
        var text = new StringBuilder();
        add(text, "Job", job.path("id").asText());
        add(text, "Kind", job.path("kind").asText());
        add(text, "Service", job.path("service").asText());
        add(text, "Subject", job.path("subject").asText());
        add(text, "State", job.path("state").asText());
        add(text, "Done", counts(job.path("done")));
        if (job.at("/expected/records").asLong() + job.at("/expected/bytes").asLong() > 0) {
            add(text, "Expected", counts(job.path("expected")));
        }
        add(text, "Requested", second(job, "requestedAt"));
        add(text, "Started", second(job, "startedAt"));
        add(text, "Ended", second(job, "endedAt"));
        add(text, "By key", job.path("accessKeyId").asText());
        add(text, "Request", job.path("requestId").asText());
        if (job.has("failure")) {
            add(
                    text,
                    "Failure",
                    job.at("/failure/code").asText() + ": "
                            + job.at("/failure/message").asText());
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("%-10s %s%n".formatted(name, value));
        }
    }

    private static String counts(JsonNode counts) {
        long failed = counts.path("failed").asLong();
        return "%,d records%s, %,d bytes"
                .formatted(
                        counts.path("records").asLong(),
                        failed == 0 ? "" : " (%,d rejected)".formatted(failed),
                        counts.path("bytes").asLong());
    }

    private static String second(JsonNode job, String name) {
        String moment = job.path(name).asText();
        return moment.isEmpty()
                ? ""
                : Instant.parse(moment).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
