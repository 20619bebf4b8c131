package dev.entrepot.wire.service;

import dev.entrepot.wire.schema.Struct;

/** Does what one operation is for. The input is valid by the contract's constraints. */
@FunctionalInterface
public interface OperationHandler<I extends Struct, O extends Struct> {
    /** @throws dev.entrepot.wire.schema.ApiException when the answer is an error */
    O handle(I input, RequestContext context);
}
