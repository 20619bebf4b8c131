package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.StructSchema;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;

/** The suite's models and the schemas of their shapes, which may be made at run time or generated. */
public interface Contracts {
    Model model();

    Service service(ServiceShape shape);

    /** A structure, union or error. */
    StructSchema struct(ShapeId id);
}
