package dev.entrepot.cleanroomsml.resource;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A place in a listing, which has the latest first. Its text form is for page tokens. */
record ListPosition(Instant createdAt, String id) {
    static ListPosition of(Resource resource) {
        return new ListPosition(resource.createdAt(), resource.arn().id());
    }

    static Optional<ListPosition> parse(String text) {
        int space = text.indexOf(' ');
        try {
            return space < 0
                    ? Optional.empty()
                    : Optional.of(new ListPosition(Instant.parse(text.substring(0, space)), text.substring(space + 1)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return createdAt + " " + id;
    }
}
