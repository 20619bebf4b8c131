package dev.entrepot.storage.keys;

/** Whether a key may be used. */
public enum KeyState {
    ENABLED("Enabled"),
    DISABLED("Disabled");

    private final String awsName;

    KeyState(String awsName) {
        this.awsName = awsName;
    }

    /** As KMS's {@code KeyState} spells it. */
    public String awsName() {
        return awsName;
    }
}
