package dev.entrepot.server.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;

/**
 * Shows all jobs that run, each on a line of its own, until none runs. Jobs that come meanwhile are shown too; a server that goes
 * away is waited for.
 *
 * @param ended is handed each job once it has ended
 */
public record JobsWatch(JobListing listing, PrintStream err, boolean terminal, Consumer<JsonNode> ended) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int MOST = 20;

    public void toEnd() {
        var shown = new LinkedHashMap<String, ProgressDisplay>();
        try {
            do {
                look(shown);
                LockSupport.parkNanos(shown.isEmpty() ? 0 : BETWEEN_LOOKS.toNanos());
            } while (!shown.isEmpty());
        } finally {
            shown.values().forEach(ProgressDisplay::close);
        }
    }

    private void look(Map<String, ProgressDisplay> shown) {
        try {
            List<JsonNode> active = listing.tryLatest(true, MOST);
            for (JsonNode job : active.reversed()) {
                shown.computeIfAbsent(job.path("id").asText(), _ -> display(job))
                        .show(JobProgress.of(job));
            }
            for (String id : List.copyOf(shown.keySet())) {
                if (active.stream().noneMatch(job -> job.path("id").asText().equals(id))) {
                    lookAtEnd(id, shown);
                }
            }
        } catch (IOException e) {
            shown.values().forEach(ProgressDisplay::serverGone);
        }
    }

    /** It may have ended, or only be one too many for the listing. */
    private void lookAtEnd(String id, Map<String, ProgressDisplay> shown) throws IOException {
        JsonNode job = listing.client().get("/_entrepot/jobs/" + id);
        JobProgress progress = JobProgress.of(job);
        Optional.ofNullable(shown.get(id)).ifPresent(display -> display.show(progress));
        if (progress.ended()) {
            Optional.ofNullable(shown.remove(id)).ifPresent(ProgressDisplay::close);
            ended.accept(job);
        }
    }

    private ProgressDisplay display(JsonNode job) {
        String name = job.path("kind").asText() + " " + job.path("subject").asText();
        return terminal
                ? new ProgressLine(new InteractiveConsoleProgressBarConsumer(err, ProgressLine.WIDTH), name, () -> {})
                : new ProgressReports(err, name);
    }
}
