package dev.entrepot.console.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.console.web.Route;
import dev.entrepot.jobs.Job;
import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a dry run of an import has found, and the import that it was about.
 *
 * @param report as the contract {@code StartImportDryRun} describes it
 */
record Findings(Asked asked, JsonNode report) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Reports have some KiB; what somebody has put in the place of one may have more. */
    private static final long MOST_BYTES = 1 << 20;

    /** A record that the import would reject. */
    record Rejected(long line, String code, String message) {}

    /** Nothing when the report is gone, or no report any more. */
    static Optional<Findings> read(ObjectStore objects, Job<?> job, ObjectLocation report) {
        try (var content = objects.get(
                        Requester.of(job.owner()), report, size -> new ByteRange(0, Math.min(size, MOST_BYTES)))
                .bytes()) {
            return Optional.of(new Findings(Asked.of(job), JSON.readTree(content)));
        } catch (ObjectRequestFailed | JsonProcessingException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(report + " could not be read", e);
        }
    }

    long count(String what) {
        return report.path(what).asLong();
    }

    List<Rejected> rejected() {
        return StreamSupport.stream(report.path("FirstRejected").spliterator(), false)
                .map(each -> new Rejected(
                        each.path("line").asLong(),
                        each.path("errorCode").asText(),
                        each.path("errorMessage").asText()))
                .toList();
    }

    /** Where the form goes that does what was only tried. */
    String load() {
        String list = asked.text("listName");
        return list.isEmpty() ? Route.at("suppressed-addresses", "import") : Route.at("contact-lists", list, "import");
    }

    String source() {
        return "s3://" + asked.text("bucket") + "/" + asked.text("key");
    }
}
