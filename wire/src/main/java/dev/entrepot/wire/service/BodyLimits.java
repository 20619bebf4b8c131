package dev.entrepot.wire.service;

import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.schema.Operation;
import java.util.HashMap;
import java.util.Map;

/**
 * How large the bodies of a service's operations may be.
 *
 * @param usual for operations that are not named
 * @param named by operation name
 */
public record BodyLimits(BodyLimit usual, Map<String, BodyLimit> named) {
    public BodyLimits {
        named = Map.copyOf(named);
    }

    /** The same for all operations. */
    public static BodyLimits of(BodyLimit usual) {
        return new BodyLimits(usual, Map.of());
    }

    /** The same with another limit for one operation. */
    public BodyLimits with(Operation<?, ?> operation, BodyLimit limit) {
        var more = new HashMap<>(named);
        more.put(operation.name(), limit);
        return new BodyLimits(usual, more);
    }

    BodyLimit of(Operation<?, ?> operation) {
        return named.getOrDefault(operation.name(), usual);
    }

    /** For requests that name their operation in the body. */
    BodyLimit largest() {
        int largest = named.values().stream().mapToInt(BodyLimit::bytes).reduce(usual.bytes(), Math::max);
        return new BodyLimit(largest);
    }
}
