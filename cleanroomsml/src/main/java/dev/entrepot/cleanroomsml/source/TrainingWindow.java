package dev.entrepot.cleanroomsml.source;

import java.time.Instant;
import java.util.Optional;

/** From when until when interactions count; the beginning does, the end does not. */
public record TrainingWindow(Optional<Instant> start, Optional<Instant> end) {
    boolean includes(long epochSecond) {
        return (start.isEmpty() || epochSecond >= start.get().getEpochSecond())
                && (end.isEmpty() || epochSecond < end.get().getEpochSecond());
    }
}
