package dev.entrepot.server.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * How far a job is, as {@code GET /_entrepot/jobs/ID} tells.
 *
 * @param state the engine's word for it
 * @param records done, the failed ones among them
 * @param bytes done
 * @param expectedBytes 0 while that is not known
 * @param failure why it failed, if it did
 */
public record JobProgress(
        String state, long records, long failed, long bytes, long expectedBytes, Optional<String> failure) {
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    static JobProgress of(JsonNode page) {
        return new JobProgress(
                page.path("state").asText(),
                page.at("/done/records").asLong(),
                page.at("/done/failed").asLong(),
                page.at("/done/bytes").asLong(),
                page.at("/expected/bytes").asLong(),
                Optional.ofNullable(page.at("/failure/message").textValue()));
    }

    public boolean ended() {
        return ENDED.contains(state);
    }

    public boolean succeeded() {
        return state.equals("SUCCEEDED");
    }
}
