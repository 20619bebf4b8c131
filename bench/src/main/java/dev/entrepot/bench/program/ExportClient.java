package dev.entrepot.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Starts exports and waits for their end as a client does, by asking again and again. */
public final class ExportClient implements AutoCloseable {
    private static final Pattern ARN = Pattern.compile("\"exportArn\":\"([^\"]+)\"");
    private static final Pattern STATUS = Pattern.compile("\"exportStatus\":\"([A-Z_]+)\"");
    private static final Set<String> SENT_BY_CLIENT = Set.of("host", "content-length");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final SignedRequests signing;
    private final Duration pause;

    /** @param pause between two looks at an export */
    public ExportClient(URI server, KeyPair keys, Duration pause) {
        this.server = server;
        this.signing = new SignedRequests(server, keys);
        this.pause = pause;
    }

    /** From the sending of StartDomainExport to the answer that tells of success; that answer says what there is to say. */
    public Exported export(String domain, String bucket) {
        long start = System.nanoTime();
        String started = post(
                "/v2/StartDomainExport",
                "{\"domainName\":\"%s\",\"s3Bucket\":\"%s\",\"clientToken\":\"%s\"}"
                        .formatted(domain, bucket, UUID.randomUUID()));
        String body = "{\"exportArn\":\"%s\"}".formatted(found(ARN, started));
        while (true) {
            String export = post("/v2/GetExport", body);
            switch (found(STATUS, export)) {
                case "SUCCEEDED" -> {
                    return new Exported(Duration.ofNanos(System.nanoTime() - start), export);
                }
                case "FAILED" -> throw new IllegalStateException("The export failed: " + export);
                default -> LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    /** @param answer the last one of GetExport */
    public record Exported(Duration took, String answer) {
        public long items() {
            return Long.parseLong(found(Pattern.compile("\"itemsCount\":([0-9]+)"), answer));
        }
    }

    private String post(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(server.resolve(path)).POST(BodyPublishers.ofByteArray(body));
        signing.headers(path, "application/json", body).forEach((name, value) -> {
            if (!SENT_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        });
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not ask " + server, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Not an answer: " + text);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
