package dev.entrepot.wire.auth;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;

/** Version 4's derived keys, kept for the keys and scopes that have proved good. */
final class SigningKeys {
    private static final int MAX_KEPT = 1024;

    private final ConcurrentHashMap<Owner, byte[]> kept = new ConcurrentHashMap<>();

    /** By the whole credential, so that a key id given a new secret has new signing keys. */
    private record Owner(Credential credential, CredentialScope scope) {}

    byte[] derive(Credential credential, CredentialScope scope) {
        byte[] key = kept.get(new Owner(credential, scope));
        if (key != null) {
            return key;
        }
        byte[] secret = ("AWS4" + credential.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        byte[] forDate = Hmac.of(Hmac.SHA256, secret, scope.date());
        byte[] forRegion = Hmac.of(Hmac.SHA256, forDate, scope.region());
        byte[] forService = Hmac.of(Hmac.SHA256, forRegion, scope.service());
        return Hmac.of(Hmac.SHA256, forService, CredentialScope.TERMINATOR);
    }

    /** Only once a signature was right, or strangers could push out the keys in use. */
    void keep(Credential credential, CredentialScope scope) {
        var owner = new Owner(credential, scope);
        if (kept.containsKey(owner)) {
            return;
        }
        if (kept.size() >= MAX_KEPT) {
            kept.clear(); // scopes change daily and the key in use is back with the next request
        }
        kept.put(owner, derive(credential, scope));
    }
}
