package dev.entrepot.storage.keys;

/**
 * A fresh key for one object.
 *
 * @param plaintext 32 bytes, for use in memory only
 * @param ciphertext the same encrypted under the named key, to be kept beside the object
 * @param keyArn the key's ARN, or {@link LocalKeyring#SSE_S3}
 */
public record DataKey(byte[] plaintext, byte[] ciphertext, String keyArn) {
    @Override
    public String toString() {
        return "DataKey[under " + keyArn + "]";
    }
}
