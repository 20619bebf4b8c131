package dev.entrepot.wire.service;

import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Struct;

/** An operation and the handler that answers it. */
public record BoundOperation<I extends Struct, O extends Struct>(
        Operation<I, O> operation, OperationHandler<I, O> handler) {}
