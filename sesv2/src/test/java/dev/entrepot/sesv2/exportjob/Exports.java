package dev.entrepot.sesv2.exportjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.Requester;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Exports by the API, and what they wrote. */
record Exports(Stage stage) {
    static final String COLUMNS = "MessageId,SendTimestamp,FromEmailAddress,Destination,Subject,Isp,LastDeliveryEvent,"
            + "LastDeliveryTimestamp,BounceType,BounceSubType,DiagnosticCode,LastEngagementEvent,"
            + "LastEngagementTimestamp\r\n";
    /** New Year's Eve 2025 to the second of January; everything here was sent between. */
    private static final String DATES = "\"StartDate\":1767139200,\"EndDate\":1767312000";

    /** @param more members, with a comma before each */
    static String insights(String more, String format) {
        return request("\"MessageInsightsDataSource\":{" + DATES + more + "}", format);
    }

    static String metrics(String dimensions, String metrics, String format) {
        return request(
                "\"MetricsDataSource\":{%s,\"Namespace\":\"VDM\",\"Dimensions\":{%s},\"Metrics\":[%s]}"
                        .formatted(DATES, dimensions, metrics),
                format);
    }

    static String request(String source, String format) {
        return "{\"ExportDataSource\":{%s},\"ExportDestination\":{\"DataFormat\":\"%s\"}}".formatted(source, format);
    }

    String create(String request) {
        return stage.call("POST", "export-jobs", request).path("JobId").asText();
    }

    JsonNode get(String id) {
        return stage.get("export-jobs/" + id);
    }

    String status(String id) {
        return get(id).path("JobStatus").asText();
    }

    /** The job when it has ended. */
    JsonNode ended(String id) {
        Eventually.await(() -> !status(id).matches("CREATED|PROCESSING"));
        return get(id);
    }

    /** The text of the file that an export writes. */
    String file(String request) {
        String id = create(request);
        assertThat(ended(id).path("JobStatus").asText()).isEqualTo("COMPLETED");
        return fileOf(id);
    }

    String fileOf(String id) {
        String format = get(id).at("/ExportDestination/DataFormat").asText().toLowerCase(Locale.ROOT);
        String bucket = "entrepot-ses-" + Stage.OWNER.account() + "-" + Stage.OWNER.region();
        var location = new ObjectLocation(bucket, "export-jobs/" + id + "/export." + format);
        try (InputStream content =
                stage.objects.get(Requester.of(Stage.OWNER), location).bytes()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
