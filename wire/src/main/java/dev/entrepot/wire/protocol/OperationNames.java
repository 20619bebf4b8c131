package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operations of a service by name, for protocols that name them in the request. */
final class OperationNames {
    private final Map<String, Operation<?, ?>> operations;

    OperationNames(Service service) {
        operations = service.operations().stream().collect(Collectors.toMap(Operation::name, Function.identity()));
    }

    /** @throws UnknownOperation when there is none of this name */
    Operation<?, ?> get(String name) {
        Operation<?, ?> operation = operations.get(name);
        if (operation == null) {
            throw new UnknownOperation(UnknownOperation.Reason.UNKNOWN, name);
        }
        return operation;
    }
}
