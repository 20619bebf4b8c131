package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operations of a service by name, for protocols that name them in the request. */
final class OperationNames {
    private final Map<String, Operation<?, ?>> operations;

    OperationNames(Service service) {
        operations = service.operations().stream().collect(Collectors.toMap(Operation::name, Function.identity()));
    }

    Optional<Operation<?, ?>> find(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    /** @throws UnknownOperation when there is none of this name */
    Operation<?, ?> get(String name) {
        return find(name).orElseThrow(() -> new UnknownOperation(UnknownOperation.Reason.UNKNOWN, name));
    }
}
