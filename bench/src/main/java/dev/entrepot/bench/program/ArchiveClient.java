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

/** Calls Mail Manager on a server that asks for no signatures. */
public final class ArchiveClient implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;

    public ArchiveClient(URI server) {
        this.server = server;
    }

    /** @return the archive's id */
    public String createArchive() {
        return found("ArchiveId", call("CreateArchive", "{'ArchiveName':'bench'}"));
    }

    /**
     * From the sending of a start to the answer that says COMPLETED.
     *
     * @param kind {@code Search} or {@code Export}
     * @param pause between two looks at it
     */
    public Done run(String kind, String request, Duration pause) {
        long start = System.nanoTime();
        String id = found(kind + "Id", call("StartArchive" + kind, request));
        String status = "{'%sId':'%s'}".formatted(kind, id);
        while (true) {
            String answer = call("GetArchive" + kind, status);
            switch (found("State", answer)) {
                case "COMPLETED" -> {
                    return new Done(id, Duration.ofNanos(System.nanoTime() - start));
                }
                case "FAILED", "CANCELLED" -> throw new IllegalStateException(answer);
                default -> LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    /** A search or an export that has been completed. */
    public record Done(String id, Duration took) {}

    /** How many messages a search has found. */
    public int rows(String search) {
        return call("GetArchiveSearchResults", "{'SearchId':'%s'}".formatted(search))
                        .split("\"ArchivedMessageId\"", -1)
                        .length
                - 1;
    }

    private String call(String operation, String json) {
        var request = HttpRequest.newBuilder(server)
                .header("X-Amz-Target", "MailManagerSvc." + operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        operation + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not ask " + server, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String found(String member, String answer) {
        Matcher value = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(answer);
        if (!value.find()) {
            throw new IllegalStateException("Not an answer: " + answer);
        }
        return value.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
