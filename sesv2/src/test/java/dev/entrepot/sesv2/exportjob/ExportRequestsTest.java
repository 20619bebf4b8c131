package dev.entrepot.sesv2.exportjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** SDKs check next to nothing of an export, so all that is wrong arrives here (SES dossier, section 4). */
class ExportRequestsTest {
    private static final String SEND = "{\"Name\":\"SEND\",\"Aggregation\":\"VOLUME\"}";
    private static final String REFUSED = "400 BadRequestException: ";

    private static void refused(Stage stage, String request, String message) {
        assertThat(stage.refusal("POST", "export-jobs", request)).startsWith(REFUSED + message);
    }

    private static String times(int count, String text) {
        return Stream.generate(() -> text).limit(count).collect(Collectors.joining(","));
    }

    // [52]
    @OnEveryDatabase
    void metricsKeepToTheirLimits(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String star = "If the value of a dimension is *, it and the other dimensions must have one value only.";
            refused(stage, Exports.metrics("\"ISP\":[\"*\"],\"EMAIL_IDENTITY\":[\"a\",\"b\"]", SEND, "CSV"), star);
            refused(stage, Exports.metrics("\"ISP\":[\"*\",\"Gmail\"]", SEND, "CSV"), star);
            String detected = "1 validation error detected: Value at 'exportDataSource.metricsDataSource.";
            String four = "\"ISP\":[\"a\"],\"EMAIL_IDENTITY\":[\"a\"],\"CONFIGURATION_SET\":[\"a\"],\"MORE\":[\"a\"]";
            assertThat(stage.refusal("POST", "export-jobs", Exports.metrics(four, SEND, "CSV")))
                    .startsWith(REFUSED);
            refused(stage, Exports.metrics("", SEND, "CSV"), detected + "dimensions'");
            String eleven =
                    IntStream.range(0, 11).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
            refused(stage, Exports.metrics("\"ISP\":[" + eleven + "]", SEND, "CSV"), detected + "dimensions");
            refused(stage, Exports.metrics("\"ISP\":[\"*\"]", times(11, SEND), "CSV"), detected + "metrics'");
            refused(
                    stage,
                    Exports.metrics("\"ISP\":[\"*\"]", times(2, SEND), "CSV"),
                    "Metrics must not have the same Name and Aggregation twice.");
            refused(
                    stage,
                    Exports.metrics("\"ISP\":[\"*\"]", "{\"Name\":\"SEND\"}", "CSV"),
                    "Each of Metrics must have an Aggregation.");
            refused(
                    stage,
                    Exports.metrics("\"ISP\":[\"*\"]", SEND, "CSV").replace("1767312000", "1767139200"),
                    "StartDate must be before EndDate.");
            refused(
                    stage,
                    Exports.metrics("\"ISP\":[\"*\"]", SEND, "CSV").replace("1767139200", "1761955200"),
                    "StartDate and EndDate must be at most 60 days apart.");
        }
    }

    // [53]
    @OnEveryDatabase
    void insightsKeepToTheirLimitsAndThereIsOneSource(TestDatabase test) {
        try (var stage = new Stage(test)) {
            refused(
                    stage,
                    Exports.insights(",\"MaxResults\":20000", "CSV"),
                    "1 validation error detected: Value at 'exportDataSource.messageInsightsDataSource.maxResults'");
            refused(stage, Exports.insights(",\"Include\":{\"Subject\":[\"a\",\"b\"]}", "CSV"), "1 validation error");
            refused(stage, Exports.insights("", "XML"), "1 validation error");
            refused(
                    stage,
                    Exports.insights("", "CSV").replace("1767139200", "1764460800"),
                    "StartDate must be within the last 30 days.");
            refused(
                    stage,
                    Exports.insights("", "CSV").replace("1767139200", "1767312001"),
                    "StartDate must not be after EndDate.");
            String one = "ExportDataSource must contain exactly one of MetricsDataSource or MessageInsightsDataSource.";
            refused(stage, Exports.request("", "CSV"), one);
            String both = Exports.insights("", "CSV")
                    .replace(
                            "\"MessageInsightsDataSource\"",
                            "\"MetricsDataSource\":{\"StartDate\":1,\"EndDate\":2,\"Namespace\":\"VDM\","
                                    + "\"Dimensions\":{\"ISP\":[\"*\"]},\"Metrics\":[" + SEND
                                    + "]},\"MessageInsightsDataSource\"");
            refused(stage, both, one);
            assertThat(stage.call("POST", "list-export-jobs", "{}").path("ExportJobs"))
                    .isEmpty();
        }
    }
}
