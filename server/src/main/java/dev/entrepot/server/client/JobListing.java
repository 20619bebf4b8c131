package dev.entrepot.server.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The jobs of one's account in a running server, as its pages tell of them. */
public record JobListing(ServerClient client) {
    private static final String PATH = "/_entrepot/jobs";
    private static final int PAGE = 1000;

    /**
     * The latest first.
     *
     * @param active only those that have not ended
     * @param limit how many at most
     * @throws ClientFailed when the server refuses or does not answer
     */
    public List<JsonNode> latest(boolean active, int limit) {
        return client.answered(() -> tryLatest(active, limit));
    }

    List<JsonNode> tryLatest(boolean active, int limit) throws IOException {
        var jobs = new ArrayList<JsonNode>();
        String more = "";
        while (jobs.size() < limit) {
            JsonNode page = client.get(
                    PATH + "?limit=" + Math.min(PAGE, limit - jobs.size()) + (active ? "&active=true" : "") + more);
            page.path("jobs").forEach(jobs::add);
            if (!page.has("next")) {
                break;
            }
            more = "&before="
                    + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8)
                            .replace("+", "%20");
        }
        return jobs;
    }

    /** @throws ClientFailed as above, and when there is no such job */
    public JsonNode show(String job) {
        return client.answered(() -> client.get(PATH + "/" + job));
    }

    /**
     * Ends a job; what it has done stays done.
     *
     * @return the job as it then is
     * @throws ClientFailed as above, and when it may not be stopped
     */
    public JsonNode stop(String job) {
        return client.post(PATH + "/" + job + "/stop");
    }
}
