package dev.entrepot.server.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Requests to the server's own pages below {@code /_entrepot/}, or to one of AWS's APIs, signed by Signature Version 4. */
public final class ServerClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerProfile profile;
    private final String service;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public ServerClient(ServerProfile profile) {
        this(profile, "entrepot");
    }

    /** @param service that requests are signed for, by which the server tells whose they are */
    ServerClient(ServerProfile profile, String service) {
        this.profile = profile;
        this.service = service;
    }

    /** @throws ClientFailed when the server refuses, in its own words, or does not answer */
    public JsonNode post(String path, Map<String, ?> members) {
        try {
            return change(SdkHttpMethod.POST, path, JSON.writeValueAsBytes(members));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @throws ClientFailed as above */
    JsonNode post(String path) {
        return change(SdkHttpMethod.POST, path, new byte[0]);
    }

    /** @throws ClientFailed as above */
    public JsonNode put(String path, byte[] body) {
        return change(SdkHttpMethod.PUT, path, body);
    }

    private JsonNode change(SdkHttpMethod method, String path, byte[] body) {
        return answered(() -> send(method, path, body));
    }

    /**
     * Tells all entries of a listing, however many pages they come in.
     *
     * @param list the member of each answer that has them
     * @throws ClientFailed as above
     */
    public void each(String path, String list, Consumer<JsonNode> entry) {
        Optional<String> page = Optional.of(path);
        while (page.isPresent()) {
            String now = page.get();
            JsonNode answer = answered(() -> get(now));
            answer.path(list).forEach(entry);
            page = Optional.of(answer.path("nextToken").asText())
                    .filter(token -> !token.isEmpty())
                    .map(token -> path + (path.contains("?") ? "&" : "?") + "nextToken=" + token);
        }
    }

    interface Exchange<T> {
        T run() throws IOException;
    }

    /** For those who cannot wait for a server that does not answer. */
    <T> T answered(Exchange<T> exchange) {
        try {
            return exchange.run();
        } catch (IOException e) {
            throw new ClientFailed(profile.endpoint() + " does not answer as it should: is the server running?", e);
        }
    }

    /**
     * A page.
     *
     * @throws IOException when the server does not answer
     * @throws ClientFailed when it refuses, in its own words
     */
    JsonNode get(String path) throws IOException {
        return send(SdkHttpMethod.GET, path, new byte[0]);
    }

    /**
     * How far a job is.
     *
     * @throws IOException when the server does not answer
     * @throws ClientFailed when it refuses
     */
    JobProgress job(String id) throws IOException {
        return JobProgress.of(get("/_entrepot/jobs/" + id));
    }

    /**
     * As {@link #put}, for those who can wait for a server that does not answer now.
     *
     * @throws IOException when the server does not answer, or could not do it now
     * @throws ClientFailed when it refuses, in its own words
     */
    JsonNode tryPut(String path, byte[] body) throws IOException {
        return send(SdkHttpMethod.PUT, path, body);
    }

    private JsonNode send(SdkHttpMethod method, String path, byte[] body) throws IOException {
        URI target = profile.endpoint().resolve(path);
        var request = SdkHttpRequest.builder().method(method).uri(target).putHeader("Content-Type", "application/json");
        var signed = signer.sign(signing -> signing.identity(profile.identity())
                .request(request.build())
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, profile.region()));
        var sent = HttpRequest.newBuilder(target).timeout(PATIENCE);
        signed.request().forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) { // the JDK's own to send
                sent.header(name, values.getFirst());
            }
        });
        sent.method(method.name(), body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        try {
            return answer(http.send(sent.build(), BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private JsonNode answer(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() >= 500) {
            throw new IOException("It answered with status " + response.statusCode());
        }
        JsonNode answer;
        try {
            answer = JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new ClientFailed(
                    profile.endpoint() + " does not answer as a server of this program does (status "
                            + response.statusCode() + ")",
                    e);
        }
        if (response.statusCode() != 200) {
            throw new ClientFailed(
                    answer.path("message").asText("The server refused with status " + response.statusCode()));
        }
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }
}
