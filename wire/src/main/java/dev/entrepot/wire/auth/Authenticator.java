package dev.entrepot.wire.auth;

import dev.entrepot.wire.http.HttpRequest;

/** Tells who a request comes from. */
@FunctionalInterface
public interface Authenticator {
    /** @throws NotAuthenticated when that cannot be told */
    Caller verify(HttpRequest request, SignatureRules rules);
}
