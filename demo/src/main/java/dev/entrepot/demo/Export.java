package dev.entrepot.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An export that has ended well.
 *
 * @param itemsCount as GetExport says
 * @param manifest the key of {@code manifest-summary.json}
 */
record Export(String arn, String bucket, long itemsCount, String manifest) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /**
     * Starts an export and waits for its end.
     *
     * @param statuses is told each status when it is first seen, which is all that GetExport tells before the end
     * @param progress counts items
     */
    static Export run(SimpleDbV2 simpleDb, String domain, String bucket, Consumer<String> statuses, Progress progress) {
        String arn = simpleDb.call("StartDomainExport", Map.of("domainName", domain, "s3Bucket", bucket))
                .path("exportArn")
                .asText();
        String seen = "";
        long shown = 0;
        while (true) {
            long done = simpleDb.itemsDone(arn);
            progress.advance(done - shown);
            shown = done;
            JsonNode export = simpleDb.call("GetExport", Map.of("exportArn", arn));
            String status = export.path("exportStatus").asText();
            if (!status.equals(seen)) {
                statuses.accept(status);
                seen = status;
            }
            if (status.equals("SUCCEEDED")) {
                return new Export(
                        arn,
                        bucket,
                        export.path("itemsCount").asLong(),
                        export.path("exportManifest").asText());
            }
            if (status.equals("FAILED")) {
                throw new DemoFailed("The export failed, %s: %s"
                        .formatted(
                                export.path("failureCode").asText(),
                                export.path("failureMessage").asText()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            throw new DemoFailed("Waiting for the export was interrupted", e);
        }
    }

    /** What the keys of all its objects begin with, the last slash included. */
    String directory() {
        return manifest.substring(0, manifest.lastIndexOf('/') + 1);
    }
}
