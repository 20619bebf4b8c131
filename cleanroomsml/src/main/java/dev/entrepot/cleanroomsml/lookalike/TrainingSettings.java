package dev.entrepot.cleanroomsml.lookalike;

import java.time.Duration;
import java.util.Optional;

/**
 * How a model is trained.
 *
 * @param seed of all that is random in it
 * @param recencyHalfLife after how long an interaction counts half, seen from the newest one; empty: all count alike
 */
public record TrainingSettings(long seed, Optional<Duration> recencyHalfLife) {
    public TrainingSettings {
        if (recencyHalfLife.filter(life -> !life.isPositive()).isPresent()) {
            throw new IllegalArgumentException("A half-life must be positive: " + recencyHalfLife.get());
        }
    }

    public static TrainingSettings seeded(long seed) {
        return new TrainingSettings(seed, Optional.empty());
    }
}
