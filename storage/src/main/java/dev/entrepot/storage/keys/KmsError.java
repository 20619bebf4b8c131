package dev.entrepot.storage.keys;

/** Why KMS does not use a key, by KMS's own exception names (AWS KMS API reference, {@code GenerateDataKey} and {@code Decrypt}). */
public enum KmsError {
    NOT_FOUND("NotFoundException"),
    DISABLED("DisabledException"),
    ACCESS_DENIED("AccessDeniedException"),
    INVALID_STATE("KMSInvalidStateException");

    private final String code;

    KmsError(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
