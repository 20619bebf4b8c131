package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.Operation;

/** An operation with its input and output spread over the parts of HTTP messages. */
record RestOperation(Operation<?, ?> operation, RestInput input, RestOutput output) {
    static RestOperation of(Operation<?, ?> operation) {
        return new RestOperation(
                operation,
                RestInput.of(operation.input(), operation.modelsInput()),
                RestOutput.of(operation.output(), operation.modelsOutput()));
    }
}
