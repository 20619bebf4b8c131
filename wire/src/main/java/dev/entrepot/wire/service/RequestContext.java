package dev.entrepot.wire.service;

import dev.entrepot.wire.auth.Caller;

/**
 * What a handler knows of a request beside its input.
 *
 * @param requestId the UUID that the answer carries
 */
public record RequestContext(Caller caller, String requestId) {}
