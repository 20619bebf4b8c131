package dev.entrepot.server.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.sesv2.event.JsonObjects;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings files of event records to a server, some megabytes a request; what it brought before changes nothing. */
public final class EventLoad {
    private static final int REJECTS_TOLD = 20;

    private final ServerClient client;
    private final PrintStream err;
    private final boolean terminal;
    private EventBatch batch = new EventBatch();
    private long accepted;
    private long duplicate;
    private long rejected;
    private int told;

    /** @param err for the progress and the first records that are rejected */
    public EventLoad(ServerClient client, PrintStream err, boolean terminal) {
        this.client = client;
        this.err = err;
        this.terminal = terminal;
    }

    /** What became of the records. */
    public record Totals(long accepted, long duplicate, long rejected) {}

    /**
     * @param source a file, or a directory of them
     * @throws ClientFailed when the server refuses or does not answer
     * @throws UncheckedIOException when a file cannot be read
     */
    public Totals load(Path source) {
        Path reading = source;
        try (ProgressDisplay display =
                terminal ? new ProgressLine(err, "Events") : new ProgressReports(err, "Events")) {
            List<Path> files = EventFile.find(source);
            long size = 0;
            for (Path file : files) {
                size += Files.size(file);
            }
            long before = 0;
            for (Path file : files) {
                reading = file;
                load(file, before, size, display);
                before += Files.size(file);
            }
            send();
            return new Totals(accepted, duplicate, rejected);
        } catch (IOException e) {
            throw new UncheckedIOException(reading + " could not be read", e);
        }
    }

    private void load(Path path, long before, long size, ProgressDisplay display) throws IOException {
        try (var file = EventFile.open(path)) {
            JsonObjects objects = file.objects();
            for (Optional<JsonObjects.Piece> piece = objects.next(); piece.isPresent(); piece = objects.next()) {
                JsonObjects.Piece found = piece.get();
                found.defect()
                        .ifPresentOrElse(
                                defect -> reject(path + ":" + found.line(), defect),
                                () -> batch.add(found.bytes(), path, found.line()));
                if (batch.isFull()) {
                    send();
                    display.show(new JobProgress(
                            "RUNNING",
                            accepted + duplicate + rejected,
                            rejected,
                            before + file.position(),
                            size,
                            Optional.empty()));
                }
            }
        }
    }

    private void send() {
        if (batch.isEmpty()) {
            return;
        }
        JsonNode answer = client.put("/_entrepot/ses/events", batch.bytes());
        accepted += answer.path("accepted").asLong();
        duplicate += answer.path("duplicate").asLong();
        long refused = answer.path("rejected").asLong();
        for (JsonNode reject : answer.path("rejects")) {
            reject(
                    batch.place(reject.path("line").asInt()),
                    reject.path("reason").asText());
            refused--;
        }
        rejected += refused; // more than the answer names
        batch = new EventBatch();
    }

    private void reject(String place, String reason) {
        rejected++;
        if (told < REJECTS_TOLD) {
            told++;
            err.println(place + ": " + reason);
        }
    }
}
