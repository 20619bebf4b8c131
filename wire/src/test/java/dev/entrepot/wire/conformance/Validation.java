package dev.entrepot.wire.conformance;

import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.schema.DynamicError;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import dev.entrepot.wire.validation.SmithyMessages;
import dev.entrepot.wire.validation.Violation;
import java.util.ArrayList;
import java.util.List;

/** Violations as {@code smithy.framework#ValidationException}, worded as the suite wants them. */
final class Validation {
    private Validation() {}

    static WireError error(StructSchema schema, List<Violation> violations) {
        StructBuilder error = schema.newBuilder();
        set(error, "message", SmithyMessages.of(violations));
        var fields = new ArrayList<Object>();
        ListSchema list = (ListSchema) schema.member("fieldList").orElseThrow().target();
        for (SmithyMessages.Field each : SmithyMessages.fields(violations)) {
            StructBuilder field = ((StructSchema) list.member().target()).newBuilder();
            set(field, "path", each.path());
            set(field, "message", each.message());
            fields.add(field);
        }
        set(error, "fieldList", fields);
        return WireError.of(DynamicError.of(error));
    }

    private static void set(StructBuilder struct, String member, Object value) {
        struct.set(struct.schema().member(member).orElseThrow().index(), value);
    }
}
