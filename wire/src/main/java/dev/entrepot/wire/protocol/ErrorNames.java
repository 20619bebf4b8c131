package dev.entrepot.wire.protocol;

import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.StructSchema;
import java.util.HashMap;
import java.util.Map;

/** What a service's contract says of errors that come without their shape, as those for broken constraints do. */
final class ErrorNames {
    /** Where live services have the errors of their framework. */
    private static final String FRAMEWORK = "com.amazon.coral.service#";

    private final Map<String, StructSchema> modelled = new HashMap<>();

    ErrorNames(Service service) {
        service.operations().stream()
                .flatMap(operation -> operation.errors().stream())
                .forEach(error -> modelled.put(error.name(), error));
    }

    /** The absolute shape id. */
    String id(WireError error) {
        if (error.detail().isPresent()) {
            return error.detail().get().schema().id();
        }
        StructSchema schema = modelled.get(error.code());
        return schema == null ? FRAMEWORK + error.code() : schema.id();
    }

    /** The member that holds the text: services spell it {@code message} or {@code Message}. */
    String messageMember(WireError error) {
        StructSchema schema = modelled.get(error.code());
        if (schema == null) {
            return "message";
        }
        return schema.members().stream()
                .map(Member::name)
                .filter("message"::equalsIgnoreCase)
                .findFirst()
                .orElse("message");
    }
}
