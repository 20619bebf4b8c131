package dev.entrepot.server.credentials;

import java.time.Instant;

/** What may be shown of a key pair: all but its secret. */
public record ListedCredential(String accessKeyId, String account, String profile, Instant created) {}
