package dev.entrepot.jobs;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A place in a listing of jobs, which is in the order of request. Its text form is for page tokens. */
public record JobPosition(Instant requestedAt, JobId id) {
    public static Optional<JobPosition> parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        try {
            Instant requestedAt = Instant.parse(text.substring(0, space));
            return JobId.parse(text.substring(space + 1)).map(id -> new JobPosition(requestedAt, id));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return requestedAt + " " + id;
    }
}
