package dev.entrepot.wire.service;

import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Struct;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/** The services' operations for callers inside this process, who are checked, authorised and refused as over the wire. */
public final class LocalCalls {
    private final Map<Operation<?, ?>, ServiceEndpoint> endpoints = new IdentityHashMap<>();

    /** @param all whichever of them are services take calls */
    public LocalCalls(Collection<Endpoint> all) {
        for (Endpoint endpoint : all) {
            if (endpoint instanceof ServiceEndpoint service) {
                service.operations().forEach(operation -> endpoints.putIfAbsent(operation, service));
            }
        }
    }

    /**
     * @throws Refused for whatever the wire would answer with an error
     * @throws IllegalArgumentException when no service here has the operation
     */
    public <I extends Struct, O extends Struct> O call(Operation<I, O> operation, I input, RequestContext context) {
        ServiceEndpoint endpoint = endpoints.get(operation);
        if (endpoint == null) {
            throw new IllegalArgumentException("No service has " + operation.name());
        }
        return endpoint.call(operation, input, context);
    }
}
