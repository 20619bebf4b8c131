package dev.entrepot.wire.auth;

/**
 * A key pair and the account it belongs to.
 *
 * @param account twelve digits
 */
public record Credential(String accessKeyId, String secretAccessKey, String account) {
    public Credential {
        if (accessKeyId.isEmpty() || secretAccessKey.isEmpty()) {
            throw new IllegalArgumentException("A key pair needs an id and a secret.");
        }
    }

    @Override
    public String toString() {
        return "Credential[" + accessKeyId + "]"; // never the secret
    }
}
