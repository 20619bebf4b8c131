package dev.entrepot.wire.auth;

/**
 * What a request says of its Version 4 signature, taken apart but not yet believed.
 *
 * @param signature 64 hex digits
 */
record SignatureClaim(
        String accessKeyId, CredentialScope scope, SigningTime time, SignedHeaders signedHeaders, String signature) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int MAX_CREDENTIAL_LENGTH = 512;
    private static final int SIGNATURE_LENGTH = 64;

    SignatureClaim {
        if (signature.length() != SIGNATURE_LENGTH) {
            throw NotAuthenticated.malformed("A signature has 64 hex digits.");
        }
    }

    /** @param credential {@code key/date/region/service/aws4_request} */
    static SignatureClaim of(String credential, SigningTime time, SignedHeaders signedHeaders, String signature) {
        String[] parts = credential.length() > MAX_CREDENTIAL_LENGTH ? new String[0] : credential.split("/", -1);
        if (parts.length != 5 || parts[0].isEmpty()) {
            throw NotAuthenticated.malformed("Credential must have exactly 5 slash-delimited elements, e.g."
                    + " keyid/date/region/service/term, got '%s'.".formatted(NotAuthenticated.quoted(credential)));
        }
        CredentialScope.requireTerminator(parts[4]);
        return new SignatureClaim(
                parts[0], new CredentialScope(parts[1], parts[2], parts[3]), time, signedHeaders, signature);
    }

    static void requireAlgorithm(String algorithm) {
        if (!algorithm.equals(ALGORITHM)) {
            throw NotAuthenticated.malformed("Unsupported AWS 'algorithm': '%s'. Only %s is supported."
                    .formatted(NotAuthenticated.quoted(algorithm), ALGORITHM));
        }
    }
}
