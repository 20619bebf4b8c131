package dev.entrepot.wire.auth;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;

/** Compares signatures so that an unknown access key costs the same work as a wrong signature. */
final class AccessKeys {
    private static final int MAX_ID_LENGTH = 128; // IAM's bound

    private final Credentials credentials;
    private final Credential decoy =
            new Credential("decoy", new BigInteger(200, new SecureRandom()).toString(36), "000000000000");

    AccessKeys(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * The key pair a signature was made with.
     *
     * @param signing makes the signature that the key pair's owner would have sent
     * @throws NotAuthenticated when there is no such key, or it signs otherwise
     */
    Credential verify(String accessKeyId, byte[] signature, Function<Credential, byte[]> signing) {
        var known =
                accessKeyId.length() <= MAX_ID_LENGTH ? credentials.find(accessKeyId) : Optional.<Credential>empty();
        boolean same = MessageDigest.isEqual(signing.apply(known.orElse(decoy)), signature);
        if (known.isEmpty()) {
            throw NotAuthenticated.unknownKey();
        }
        if (!same) {
            throw new NotAuthenticated(
                    AuthFailure.SIGNATURE_MISMATCH,
                    "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                            + " Access Key and signing method. Consult the service documentation for details.");
        }
        return known.get();
    }
}
