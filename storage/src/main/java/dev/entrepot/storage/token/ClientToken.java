package dev.entrepot.storage.token;

import dev.entrepot.storage.Owner;

/**
 * A request that its caller named, so that it may be sent twice and be carried out once.
 *
 * @param scope what the token is unique in, such as an operation's name
 * @param token the caller's own string
 * @param fingerprint of the request's other parameters; the same token with another fingerprint is a conflict
 */
public record ClientToken(Owner owner, String scope, String token, String fingerprint) {}
