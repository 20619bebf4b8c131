package dev.entrepot.wire.auth;

import java.util.Optional;

/** Finds key pairs by their access key id; asked on every request, so it answers from memory. */
public interface Credentials {
    Optional<Credential> find(String accessKeyId);
}
