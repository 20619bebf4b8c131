package dev.entrepot.server.client;

import static dev.entrepot.server.client.AudienceResource.AUDIENCE_EXPORT_JOB;
import static dev.entrepot.server.client.AudienceResource.AUDIENCE_GENERATION_JOB;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Clean Rooms ML of a running server, and its jobs, which are watched while they run. */
public final class Audiences implements AutoCloseable {
    private static final String ACTIVE = "ACTIVE";

    private final ServerClient api;
    private final ServerClient pages;
    private final JobWatch watch;

    /** @param terminal whether {@code err} can show a bar */
    public Audiences(ServerProfile profile, PrintStream err, boolean terminal) {
        this.api = new ServerClient(profile, "cleanrooms-ml");
        this.pages = new ServerClient(profile);
        this.watch = new JobWatch(pages, err, terminal);
    }

    /**
     * Makes one; a request that was made before finds what it made.
     *
     * @return its ARN
     * @throws ClientFailed when the server refuses, in its own words, or does not answer
     */
    public String create(AudienceResource resource, Map<String, ?> members) {
        return api.post(resource.path(), members).path(resource.arnMember()).asText();
    }

    /** @throws ClientFailed as above */
    public JsonNode get(AudienceResource resource, String arn) {
        return api.answered(() -> api.get(resource.path(arn)));
    }

    /**
     * All of the account, the latest first.
     *
     * @throws ClientFailed as above
     */
    public void each(AudienceResource resource, Consumer<JsonNode> one) {
        api.each(resource.path(), resource.list(), one);
    }

    /**
     * Looks one up by name.
     *
     * @return its ARN
     * @throws ClientFailed as above, and when there is none
     */
    public String arn(AudienceResource resource, String name) {
        var found = new ArrayList<String>();
        each(resource, each -> {
            if (each.path("name").asText().equals(name)) {
                found.add(each.path(resource.arnMember()).asText());
            }
        });
        if (found.isEmpty()) {
            throw new ClientFailed("There is no %s '%s'; 'entrepot audiences list' shows what is there"
                    .formatted(resource.words(), name));
        }
        return found.getFirst();
    }

    /**
     * Shows how far its job is until it has ended.
     *
     * @return it as it then is
     * @throws ClientFailed as above, and with its own reason when it is not ready
     */
    public JsonNode watched(AudienceResource resource, String arn, String title) {
        JsonNode made = get(resource, arn);
        if (List.of("CREATE_PENDING", "CREATE_IN_PROGRESS")
                .contains(made.path("status").asText())) {
            watch.toEnd(arn.substring(arn.lastIndexOf('/') + 1), title); // they have one id
            made = get(resource, arn);
        }
        return ready(resource, made);
    }

    private static JsonNode ready(AudienceResource resource, JsonNode made) {
        if (!made.path("status").asText().equals(ACTIVE)) {
            throw new ClientFailed("The %s '%s' is %s. %s"
                    .formatted(
                            resource.words(),
                            made.path("name").asText(),
                            made.path("status").asText(),
                            made.at("/statusDetails/message").asText()));
        }
        return made;
    }

    /**
     * Exports an audience.
     *
     * @param size as StartAudienceExportJob takes it
     * @return the export once it has ended
     * @throws ClientFailed as above
     */
    public JsonNode export(String name, String generation, Map<String, ?> size) {
        create(
                AUDIENCE_EXPORT_JOB,
                Map.of("name", name, AUDIENCE_GENERATION_JOB.arnMember(), generation, "audienceSize", size));
        // The API does not tell an export's id, so whichever of this generation job run now are watched.
        String subject = generation.substring(generation.lastIndexOf('/') + 1);
        List<JsonNode> running = new JobListing(pages).latest(true, 1_000);
        running.stream()
                .filter(job -> job.path("kind").asText().equals("cleanroomsml-export")
                        && job.path("subject").asText().equals(subject))
                .forEach(job -> watch.toEnd(job.path("id").asText(), "Export"));
        var found = new ArrayList<JsonNode>();
        api.each(
                AUDIENCE_EXPORT_JOB.path() + "?" + AUDIENCE_GENERATION_JOB.arnMember() + "="
                        + AudienceResource.encoded(generation),
                AUDIENCE_EXPORT_JOB.list(),
                found::add);
        return found.stream()
                .filter(export -> export.path("name").asText().equals(name))
                .findFirst()
                .map(export -> ready(AUDIENCE_EXPORT_JOB, export))
                .orElseThrow(() -> new ClientFailed("The export was deleted meanwhile"));
    }

    @Override
    public void close() {
        api.close();
        pages.close();
    }
}
