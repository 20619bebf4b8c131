package dev.entrepot.server.credentials;

import dev.entrepot.wire.auth.Credential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * {@code aws/credentials} and {@code aws/config} in the data directory: with {@code AWS_SHARED_CREDENTIALS_FILE} and
 * {@code AWS_CONFIG_FILE} set to them, any AWS client finds this server. Only their owner may read them.
 */
public final class ClientFiles {
    private static final FileAttribute<?> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private ClientFiles() {}

    /** Writes both, each in one step, so that a client never reads half a file. */
    public static void write(Path dataDirectory, Credential credential, String region, URI endpoint) {
        Path directory = dataDirectory.resolve("aws");
        try {
            Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
            replace(directory.resolve("credentials"), Profile.text(CredentialTable.DEFAULT_PROFILE, credential));
            replace(directory.resolve("config"), """
                    [%s]
                    region = %s
                    endpoint_url = %s

                    [preview]
                    # Without it the aws command line hides classic SimpleDB.
                    sdb = true
                    """.formatted(CredentialTable.DEFAULT_PROFILE, region, endpoint));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the clients' files in " + directory, e);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path written = Files.createTempFile(file.getParent(), file.getFileName().toString(), null, OWNER_ONLY_FILE);
        try {
            Files.writeString(written, text);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
