package dev.entrepot.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports contacts into a server that asks for no signatures, and waits for the end by asking again and again. */
public final class ImportClient implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"JobId\":\"([^\"]+)\"");
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final String TOPIC =
            "{\"TopicName\":\"%1$s\",\"DisplayName\":\"%1$s\",\"DefaultSubscriptionStatus\":\"OPT_OUT\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;

    public ImportClient(URI server) {
        this.server = server;
    }

    public void createList() {
        send(
                "POST",
                "contact-lists",
                "{\"ContactListName\":\"sample\",\"Topics\":[%s,%s]}"
                        .formatted(TOPIC.formatted("Sports"), TOPIC.formatted("Cycling")));
    }

    /** From the sending of CreateImportJob to the answer that tells of its end; returns that answer. */
    public String load(String url) {
        String created = send("POST", "import-jobs", """
                {"ImportDestination":{"ContactListDestination":{"ContactListName":"sample","ContactListImportAction":"PUT"}},
                 "ImportDataSource":{"S3Url":"%s","DataFormat":"CSV"}}""".formatted(url));
        Matcher id = ID.matcher(created);
        if (!id.find()) {
            throw new IllegalStateException("Not an answer: " + created);
        }
        while (true) {
            String job = send("GET", "import-jobs/" + id.group(1), "");
            if (job.contains("\"COMPLETED\"") || job.contains("\"FAILED\"")) {
                return job;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(server.resolve("/v2/email/" + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
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

    @Override
    public void close() {
        client.close();
    }
}
