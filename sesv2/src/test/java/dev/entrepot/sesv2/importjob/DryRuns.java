package dev.entrepot.sesv2.importjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobState;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.Requester;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Dry runs on the stage of imports. */
record DryRuns(Imports imports) {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String PATH = "/_entrepot/ses/import-dry-runs";

    /** The report of a dry run that succeeds. */
    JsonNode of(String destination, String format, String key) {
        JsonNode started = start(destination, format, key);
        Job<?> job = end(started);
        if (job.state() != JobState.SUCCEEDED) {
            throw new AssertionError(job.failure());
        }
        var location = new ObjectLocation(
                started.path("ReportS3Bucket").asText(),
                started.path("ReportS3Key").asText());
        try (InputStream report =
                imports.stage.objects.get(Requester.of(Stage.OWNER), location).bytes()) {
            return JSON.readTree(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a dry run fails. */
    String failure(String destination, String format, String key) {
        return end(start(destination, format, key)).failure().orElseThrow().message();
    }

    private JsonNode start(String destination, String format, String key) {
        return imports.stage.call("POST", PATH, Imports.body(destination, format, "s3://bucket/" + key));
    }

    private Job<?> end(JsonNode started) {
        var id = JobId.parse(started.path("JobId").asText()).orElseThrow();
        Eventually.await(() -> job(id).endedAt().isPresent());
        return job(id);
    }

    private Job<?> job(JobId id) {
        return imports.stage.jobs.find(Stage.OWNER, id).orElseThrow();
    }
}
