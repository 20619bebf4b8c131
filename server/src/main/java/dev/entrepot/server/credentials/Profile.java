package dev.entrepot.server.credentials;

import dev.entrepot.wire.auth.Credential;

/**
 * A key pair in the form of AWS's shared credentials file.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared config and credentials files</a>
 */
public final class Profile {
    private Profile() {}

    /** The lines of one profile, the secret among them. */
    public static String text(String name, Credential credential) {
        return """
                [%s]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                """.formatted(name, credential.accessKeyId(), credential.secretAccessKey());
    }
}
