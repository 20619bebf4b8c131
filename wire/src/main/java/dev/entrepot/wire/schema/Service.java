package dev.entrepot.wire.schema;

import java.util.List;

/**
 * One service's contract.
 *
 * @param id the absolute shape id
 * @param version the API version, such as {@code 2025-09-26}
 * @param signingName the service name in SigV4 scopes
 * @param xmlNamespace the namespace of XML answers; empty for none
 */
public record Service(
        String id, String version, String signingName, String xmlNamespace, List<Operation<?, ?>> operations) {
    public Service {
        operations = List.copyOf(operations);
    }

    /** The id without its namespace: the service's name in target headers and CBOR paths. */
    public String name() {
        return id.substring(id.indexOf('#') + 1);
    }
}
