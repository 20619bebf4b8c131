package dev.entrepot.server;

import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.protocol.AwsJson10;
import dev.entrepot.wire.protocol.AwsQuery;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.protocol.RpcV2Cbor;
import dev.entrepot.wire.service.ServiceEndpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the endpoints of a running server answer. */
record ServedOperations(Set<Served> all) {
    /** @param namespace of the contract */
    record Served(String namespace, String protocol, String operation) {}

    static ServedOperations of(List<Endpoint> endpoints) {
        var all = new HashSet<Served>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint instanceof ServiceEndpoint service) {
                String namespace = namespace(service);
                service.operations()
                        .forEach(operation ->
                                all.add(new Served(namespace, name(service.protocol()), operation.name())));
            }
        }
        return new ServedOperations(all);
    }

    boolean has(ServiceInScope service, String protocol, String operation) {
        return all.contains(new Served(service.namespace(), protocol, operation));
    }

    /** That of its inputs; an operation without input has Smithy's own. */
    private static String namespace(ServiceEndpoint service) {
        return service.operations().stream()
                .map(operation -> operation.input().id())
                .map(id -> id.substring(0, id.indexOf('#')))
                .filter(namespace -> !namespace.startsWith("smithy."))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Protocol protocol) {
        return switch (protocol) {
            case AwsJson10 json -> "awsJson1_0";
            case AwsQuery query -> "awsQuery";
            case RestJson1 rest -> "restJson1";
            case RpcV2Cbor cbor -> "rpcv2Cbor";
            default -> throw new AssertionError("What does Smithy call " + protocol.getClass() + "?");
        };
    }
}
