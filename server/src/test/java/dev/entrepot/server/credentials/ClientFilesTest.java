package dev.entrepot.server.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.auth.Credential;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** These files are all that a client needs, and they hold a secret. */
class ClientFilesTest {
    private static final Credential CREDENTIAL = new Credential("AKIAX", "s3cr3t/+", "000000000000");

    @TempDir
    private Path data;

    @Test
    void theyAreInAwsFormAndForTheirOwnerOnly() throws IOException {
        ClientFiles.write(data, CREDENTIAL, "eu-west-1", URI.create("http://127.0.0.1:4566"));
        assertThat(data.resolve("aws/credentials"))
                .hasContent("[default]\naws_access_key_id = AKIAX\naws_secret_access_key = s3cr3t/+\n");
        assertThat(data.resolve("aws/config"))
                .content()
                .startsWith("[default]\nregion = eu-west-1\nendpoint_url = http://127.0.0.1:4566\n\n");
        for (String file : new String[] {"aws/credentials", "aws/config"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theyFollowThePort() throws IOException {
        ClientFiles.write(data, CREDENTIAL, "us-east-1", URI.create("http://127.0.0.1:1"));
        ClientFiles.write(data, CREDENTIAL, "us-east-1", URI.create("http://127.0.0.1:2"));
        assertThat(Files.readString(data.resolve("aws/config"))).contains("endpoint_url = http://127.0.0.1:2\n");
        try (var files = Files.list(data.resolve("aws"))) {
            assertThat(files).hasSize(2);
        }
    }
}
