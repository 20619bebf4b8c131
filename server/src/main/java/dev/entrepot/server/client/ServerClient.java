package dev.entrepot.server.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * Requests to the server's own pages below {@code /_entrepot/}, or to one of AWS's APIs, signed by Signature Version 4. The JDK's older
 * client sends them: with the newer one, which reads all certificates before its first request, {@code mail load} takes half as much
 * processor time again.
 */
public final class ServerClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerProfile profile;
    private final String service;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

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
        var connection = (HttpURLConnection) target.toURL().openConnection();
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod(method.name());
        signed.request().forEachHeader((name, values) -> connection.setRequestProperty(name, values.getFirst()));
        if (method != SdkHttpMethod.GET) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        try (InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return answer(status, answer == null ? new byte[0] : answer.readAllBytes());
        }
    }

    private JsonNode answer(int status, byte[] body) throws IOException {
        if (status >= 500) {
            throw new IOException("It answered with status " + status);
        }
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ClientFailed(
                    profile.endpoint() + " does not answer as a server of this program does (status " + status + ")",
                    e);
        }
        if (status != 200) {
            throw new ClientFailed(answer.path("message").asText("The server refused with status " + status));
        }
        return answer;
    }

    @Override
    public void close() {
        // Idle connections end by themselves.
    }
}
