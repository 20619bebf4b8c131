package dev.entrepot.jobs;

import java.util.Optional;
import java.util.UUID;

/** A job's name, unique everywhere; a random UUID in its usual lower-case form. */
public record JobId(UUID value) {
    public static JobId random() {
        return new JobId(UUID.randomUUID());
    }

    /** Nothing when {@code text} is not a job's name, as can be when it came from outside. */
    public static Optional<JobId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new JobId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
