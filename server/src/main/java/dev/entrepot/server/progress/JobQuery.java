package dev.entrepot.server.progress;

import dev.entrepot.jobs.JobPosition;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs to list: {@code active=true} only those that have not ended, {@code limit} how many at most, {@code before} the
 * {@code next} of an earlier page.
 */
record JobQuery(boolean active, int limit, Optional<JobPosition> before) {
    static final String RIGHT =
            "The parameters are active=true, limit from 1 to 1000, and before as a page's next says.";

    private static final Set<String> NAMES = Set.of("active", "limit", "before");
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    /** Nothing when a parameter is none. */
    static Optional<JobQuery> parse(String rawQuery) {
        try {
            Map<String, String> given = parameters(rawQuery);
            var before = Optional.ofNullable(given.get("before"));
            var query = new JobQuery(
                    Boolean.parseBoolean(given.getOrDefault("active", "false")),
                    Integer.parseInt(given.getOrDefault("limit", "" + USUAL)),
                    before.flatMap(JobPosition::parse));
            boolean right = NAMES.containsAll(given.keySet())
                    && query.limit >= 1
                    && query.limit <= MOST
                    && before.isPresent() == query.before.isPresent();
            return right ? Optional.of(query) : Optional.empty();
        } catch (IllegalArgumentException e) { // no number, or broken percent-encoding
            return Optional.empty();
        }
    }

    private static Map<String, String> parameters(String rawQuery) {
        var parameters = new HashMap<String, String>();
        for (String parameter : rawQuery.isEmpty() ? new String[0] : rawQuery.split("&")) {
            String[] both = parameter.split("=", 2);
            parameters.put(both[0], both.length == 1 ? "" : URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
