package dev.entrepot.wire.schema;

/** Where a member travels in an HTTP message under REST protocols; the others put everything into the body. */
public enum HttpPlace {
    BODY,
    LABEL,
    QUERY,
    QUERY_PARAMS,
    HEADER,
    PREFIX_HEADERS,
    PAYLOAD,
    RESPONSE_CODE
}
