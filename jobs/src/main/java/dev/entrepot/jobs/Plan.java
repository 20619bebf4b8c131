package dev.entrepot.jobs;

import java.time.Instant;
import java.util.List;

/**
 * How a job is to be done.
 *
 * @param parts what each part is to do, small: ranges of the source, not its data
 * @param records expected in all, for the progress; 0 when that is not known
 * @param bytes expected in all, likewise
 * @param cutoff the moment of the source that the job sees
 */
public record Plan<P>(List<P> parts, long records, long bytes, Instant cutoff) {
    public Plan {
        parts = List.copyOf(parts);
    }
}
