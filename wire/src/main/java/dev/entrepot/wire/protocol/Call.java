package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.StructBuilder;

/** A decoded request: the operation it asks for and its input, not yet validated. */
public record Call(Operation<?, ?> operation, StructBuilder input) {}
