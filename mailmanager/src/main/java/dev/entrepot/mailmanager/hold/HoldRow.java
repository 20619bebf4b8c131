package dev.entrepot.mailmanager.hold;

import java.time.Instant;
import java.util.Optional;

/**
 * A hold as it is stored.
 *
 * @param archive the archive's number
 * @param id {@code hold-} and 26 letters or digits
 * @param received when what it holds was received; empty when it holds listed messages
 * @param filters which chose what it holds of that time, as a JSON object
 * @param placedBy an access key id
 */
public record HoldRow(
        long number,
        long archive,
        String id,
        String reason,
        Optional<Received> received,
        Optional<String> filters,
        String placedBy,
        Instant placed,
        Optional<String> releasedBy,
        Optional<Instant> released) {
    /** Whether it holds just the messages that it was placed on; else all of a time, also what is still to come. */
    boolean isListed() {
        return received.isEmpty() || filters.isPresent();
    }

    /** All that was or will be received from one moment to another, both included. */
    public record Received(Instant from, Instant to) {
        /** All of an archive. */
        public static final Received EVER = new Received(Instant.EPOCH, Instant.ofEpochMilli(1L << 50));

        public Received {
            if (from.isAfter(to)) {
                throw new IllegalArgumentException("from is after to");
            }
        }

        public boolean contains(Instant moment) {
            return !moment.isBefore(from) && !moment.isAfter(to);
        }

        /** Nothing when it reaches back as far as mail does. */
        public Optional<Instant> begin() {
            return Optional.of(from).filter(moment -> !moment.equals(EVER.from));
        }

        /** Nothing when it goes on for ever. */
        public Optional<Instant> end() {
            return Optional.of(to).filter(moment -> !moment.equals(EVER.to));
        }
    }
}
