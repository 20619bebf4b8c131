package dev.entrepot.jobs;

import java.time.Duration;

/**
 * How the engine works.
 *
 * @param partThreads how many parts run at once on this node
 * @param pollInterval how often to look for work that another node submitted, or that waits for its next try
 * @param heartbeat how often a running part shows that its node lives; four missed ones and another node takes over
 * @param closeWithin how long running parts may take to stop when the engine closes
 */
public record JobSettings(int partThreads, Duration pollInterval, Duration heartbeat, Duration closeWithin) {
    public static JobSettings forThisMachine() {
        return new JobSettings(
                Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
    }
}
