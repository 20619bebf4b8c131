package dev.entrepot.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.server.Entrepot;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is woken at night looks at these numbers first: they must be there, mean what they say, and tell no customer's name. */
class MetricsTest {
    @TempDir
    private Path data;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whatWasAskedAndHowItWentIsCountedByServiceAndOperation() throws Exception {
        try (var entrepot = start(Map.of(Setting.AUTH, "open", Setting.SMTP_PORT, "0"))) {
            post(entrepot.uri(), "Action=CreateDomain&Version=2009-04-15&DomainName=secretname");
            post(entrepot.uri(), "Action=DomainMetadata&Version=2009-04-15&DomainName=nothere");
            post(entrepot.uri(), "Action=Invented&Version=2009-04-15");
            get(entrepot.uri().resolve("/bucket/key"));

            await(entrepot, count("sdb", "CreateDomain", 200));
            await(entrepot, count("sdb", "DomainMetadata", 400));
            await(entrepot, count("sdb", "", 400));
            await(entrepot, count("s3", "GET", 403));
            assertThat(metrics(entrepot))
                    .contains("entrepot_database_seconds_count{work=\"write\"} ")
                    .contains("entrepot_queue_tasks{queue=\"parts\",state=\"running\"} 0.0")
                    .contains("entrepot_mail_deliveries_total{outcome=\"archived\",protocol=\"smtp\"} 0.0")
                    .doesNotContain("secretname", "nothere", "000000000000");
            post(entrepot.uri(), "Action=DeleteDomain&Version=2009-04-15&DomainName=secretname");
            await(entrepot, "entrepot_jobs{kind=\"simpledb-domain-removal\",state=\"succeeded\"} 1.0");
        }
    }

    @Test
    void theyAreShownOnlyWhereNobodyElseReachesThemUnlessThatIsSaid() throws Exception {
        try (var entrepot = start(Map.of(Setting.METRICS, "off"))) {
            assertThat(get(entrepot.uri().resolve("/_entrepot/metrics")).statusCode())
                    .isEqualTo(403);
        }
        assertThat(configuration(Map.of(Setting.BIND, "0.0.0.0")).showsMetrics())
                .isFalse();
        assertThat(configuration(Map.of(Setting.BIND, "0.0.0.0", Setting.METRICS, "on"))
                        .showsMetrics())
                .isTrue();
    }

    /** An answer is counted once it has been sent, which its client may see a moment sooner. */
    private static String count(String service, String operation, int status) {
        return "entrepot_request_seconds_count{operation=\"%s\",service=\"%s\",status=\"%d\"} 1"
                .formatted(operation, service, status);
    }

    /** The test's own time limit is the patience. */
    private void await(Entrepot entrepot, String line) throws Exception {
        while (!metrics(entrepot).contains(line)) {
            Thread.onSpinWait();
        }
    }

    private String metrics(Entrepot entrepot) throws Exception {
        return get(entrepot.uri().resolve("/_entrepot/metrics")).body();
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private void post(URI uri, String form) throws Exception {
        client.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private Entrepot start(Map<Setting, String> more) {
        return Entrepot.start(configuration(more), InstantSource.system());
    }

    private ServerConfiguration configuration(Map<Setting, String> more) {
        var given = new HashMap<>(Map.of(Setting.PORT, "0", Setting.DATA, data.toString()));
        given.putAll(more);
        return ServerConfiguration.of(new Settings(given, Map.of()), data);
    }
}
