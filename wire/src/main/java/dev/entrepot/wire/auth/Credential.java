package dev.entrepot.wire.auth;

/**
 * A key pair and the account it belongs to.
 *
 * @param account twelve digits
 */
public record Credential(String accessKeyId, String secretAccessKey, String account) {
    @Override
    public String toString() {
        return "Credential[" + accessKeyId + "]"; // never the secret
    }
}
