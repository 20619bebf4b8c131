package dev.entrepot.wire.service;

import dev.entrepot.wire.auth.Caller;

/**
 * What a handler knows of a request beside its input.
 *
 * @param host as the caller reached the server, for links back to it: {@code 127.0.0.1:4566}
 * @param requestId the UUID that the answer carries
 */
public record RequestContext(Caller caller, String host, String requestId) {}
