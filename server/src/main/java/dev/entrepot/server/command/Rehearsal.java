package dev.entrepot.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The client in a rehearsal. What it is answered does not matter, only that the server has done it once.
 *
 * @param authorization the header's value; empty for none
 */
record Rehearsal(URI server, String authorization) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final int LOOKS = 1_000;

    void get(String target) throws IOException {
        send(target, "", "");
    }

    void form(String body) throws IOException {
        send("/", "application/x-www-form-urlencoded; charset=utf-8", body);
    }

    /** Exports a domain and waits for the end. */
    void export(String domain, String bucket) throws IOException {
        String started =
                json("StartDomainExport", "{\"domainName\":\"" + domain + "\",\"s3Bucket\":\"" + bucket + "\"}");
        String arn = started.replaceAll("(?s).*\"exportArn\":\"([^\"]*)\".*", "$1");
        for (int look = 0; look < LOOKS; look++) {
            String export = json("GetExport", "{\"exportArn\":\"" + arn + "\"}");
            if (!export.contains("\"PENDING\"") && !export.contains("\"IN_PROGRESS\"")) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Posts JSON to a path below {@code /v2/}. */
    String json(String operation, String body) throws IOException {
        return send("/v2/" + operation, "application/json", body);
    }

    private String send(String target, String contentType, String body) throws IOException {
        var connection = (HttpURLConnection) server.resolve(target).toURL().openConnection();
        if (!authorization.isEmpty()) {
            connection.setRequestProperty("Authorization", authorization);
            connection.setRequestProperty("X-Amz-Date", "20260101T000000Z");
        }
        if (!body.isEmpty()) {
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", contentType);
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        InputStream answer =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
        try (answer) {
            return answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
