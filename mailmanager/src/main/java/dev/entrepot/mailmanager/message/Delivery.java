package dev.entrepot.mailmanager.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a message came; what is not known is missing, never made up. */
public record Delivery(Optional<Envelope> envelope, Map<DeliveryFact, String> facts) {
    /** Nothing is known. */
    public static final Delivery UNKNOWN = new Delivery(Optional.empty(), Map.of());

    public Delivery {
        facts = Map.copyOf(facts);
    }

    public Optional<String> fact(DeliveryFact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /** What was said before the message itself. */
    public record Envelope(Optional<String> helo, Optional<String> from, List<String> to) {
        public Envelope {
            to = List.copyOf(to);
        }
    }
}
