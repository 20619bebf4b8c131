package dev.entrepot.server.client;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Shows how far a job is until it has ended, on a terminal as a bar and elsewhere as a line now and then. A server that goes away is
 * waited for, since its jobs go on when it comes back. Ctrl-C ends the watching and not the job.
 */
public record JobWatch(ServerClient client, PrintStream err, boolean terminal) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** @return the job as it has ended */
    public JobProgress toEnd(String job, String name) {
        var farewell = new Thread(() -> err.println(
                "\nentrepot: the job goes on in the server; './entrepot watch " + job + "' shows it again"));
        Runtime.getRuntime().addShutdownHook(farewell);
        try (ProgressDisplay display = terminal ? new ProgressLine(err, name) : new ProgressReports(err, name)) {
            return toEnd(job, display);
        } finally {
            removeHook(farewell);
        }
    }

    private JobProgress toEnd(String job, ProgressDisplay display) {
        while (true) {
            try {
                JobProgress progress = client.job(job);
                display.show(progress);
                if (progress.ended()) {
                    return progress;
                }
            } catch (IOException e) {
                display.serverGone();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static void removeHook(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The program is ending: the farewell is being said.
        }
    }
}
