package dev.entrepot.server.metrics;

import dev.entrepot.wire.http.BodyFailure;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers {@code GET /_entrepot/metrics} to anyone who reaches the port, unsigned as Prometheus asks; 403 when that is not wanted. */
public final class MetricsEndpoint implements Endpoint {
    private static final String PATH = "/_entrepot/metrics";

    private final boolean open;
    private final Metrics metrics;

    public MetricsEndpoint(boolean open, Metrics metrics) {
        this.open = open;
        this.metrics = metrics;
    }

    @Override
    public Optional<Claim> claim(HttpRequest head) {
        boolean ours = head.method().equals("GET") && head.rawPath().equals(PATH);
        return ours ? Optional.of(new MetricsClaim()) : Optional.empty();
    }

    private final class MetricsClaim implements Claim {
        @Override
        public BodyLimit bodyLimit() {
            return BodyLimit.NO_BODY;
        }

        @Override
        public HttpResponse handle(HttpRequest request) {
            return open
                    ? answer(200, PrometheusTextFormatWriter.CONTENT_TYPE, metrics.text())
                    : text(403, "Start the server with --metrics on to show them here.\n");
        }

        @Override
        public HttpResponse refuse(BodyFailure why) {
            return text(413, "This page takes no body.\n");
        }
    }

    private static HttpResponse text(int status, String text) {
        return answer(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse answer(int status, String type, byte[] body) {
        return new HttpResponse(status, Headers.of("Content-Type", type, "Cache-Control", "no-store"), body);
    }
}
