package dev.entrepot.wire.schema;

import java.util.List;

/**
 * One operation of a service.
 *
 * @param input its shape; an empty structure when none is modelled
 * @param output its shape; an empty structure when none is modelled
 * @param modelsInput whether the contract names an input
 * @param modelsOutput whether the contract names an output: without one the answer's body stays empty
 * @param bindings every HTTP form that clients of any release use, the current one first; empty outside REST protocols
 * @param errors the errors it may answer beside the protocol's own
 */
public record Operation<I extends Struct, O extends Struct>(
        String name,
        StructSchema input,
        StructSchema output,
        boolean modelsInput,
        boolean modelsOutput,
        List<HttpBinding> bindings,
        List<StructSchema> errors) {
    public Operation {
        bindings = List.copyOf(bindings);
        errors = List.copyOf(errors);
    }

    @Override
    public String toString() {
        return name;
    }
}
