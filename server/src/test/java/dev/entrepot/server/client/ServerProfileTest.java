package dev.entrepot.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that takes the wrong server or signs as the wrong account does its damage there. */
class ServerProfileTest {
    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void files() throws IOException {
        environment.put("HOME", home.toString());
        Files.createDirectories(home.resolve(".aws"));
        Files.createDirectories(home.resolve("data/aws"));
        Files.writeString(
                home.resolve("data/aws/config"), "[default]\nregion = eu-west-1\nendpoint_url = http://own:1\n");
        Files.writeString(home.resolve("data/aws/credentials"), keys("default", "OWN"));
    }

    private static String keys(String profile, String id) {
        return "[%s]\naws_access_key_id = %s\naws_secret_access_key = secret\n".formatted(profile, id);
    }

    private String find(String endpointUrl, String profile) {
        var found = ServerProfile.find(
                Optional.of(endpointUrl).filter(url -> !url.isEmpty()),
                Optional.of(profile).filter(name -> !name.isEmpty()),
                environment,
                home.resolve("data"));
        return found.endpoint() + " " + found.region() + " " + found.identity().accessKeyId();
    }

    @Test
    void theServerBesideIsTakenWhereNothingNamesAnother() throws IOException {
        assertThat(find("", "")).isEqualTo("http://own:1 eu-west-1 OWN");
        // Keys for AWS itself, which has no endpoint_url, are not for us.
        Files.writeString(home.resolve(".aws/credentials"), keys("default", "AMAZON"));
        environment.put("AWS_ACCESS_KEY_ID", "AMAZON");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        assertThat(find("", "")).isEqualTo("http://own:1 eu-west-1 OWN");
    }

    @Test
    void anOptionComesBeforeTheEnvironmentAndThatBeforeAProfile() throws IOException {
        Files.writeString(
                home.resolve(".aws/config"), "[default]\nendpoint_url = http://profile:1\nregion = sa-east-1\n");
        Files.writeString(home.resolve(".aws/credentials"), keys("default", "PROFILE"));
        assertThat(find("", "")).isEqualTo("http://profile:1 sa-east-1 PROFILE");
        environment.put("AWS_ENDPOINT_URL", "http://environment:1");
        environment.put("AWS_ACCESS_KEY_ID", "ENVIRONMENT");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        environment.put("AWS_REGION", "us-west-2");
        assertThat(find("", "")).isEqualTo("http://environment:1 us-west-2 ENVIRONMENT");
        assertThat(find("http://option:1", "default")).isEqualTo("http://option:1 us-west-2 PROFILE");
    }

    @Test
    void filesAreWhereTheVariablesSayAndProfilesHaveTheirNames() throws IOException {
        Path config = Files.writeString(
                home.resolve("c"), "[profile other]\nendpoint_url = http://other:1\nregion = us-east-2\n");
        Path credentials = Files.writeString(home.resolve("k"), keys("other", "OTHER"));
        environment.put("AWS_CONFIG_FILE", config.toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
        assertThat(find("", "other")).isEqualTo("http://other:1 us-east-2 OTHER");
        environment.put("AWS_PROFILE", "other");
        assertThat(find("", "")).isEqualTo("http://other:1 us-east-2 OTHER");
        assertThatThrownBy(() -> find("", "nosuch"))
                .isInstanceOf(ClientFailed.class)
                .hasMessage("There is no profile 'nosuch' in " + credentials + " or " + config);
    }

    @Test
    void whatIsNoEndpointIsNamed() throws IOException {
        assertThatThrownBy(() -> find("localhost:4566", ""))
                .isInstanceOf(ClientFailed.class)
                .hasMessage("'localhost:4566' is no endpoint; one looks like http://127.0.0.1:4566");
        Files.delete(home.resolve("data/aws/config"));
        assertThatThrownBy(() -> find("", ""))
                .isInstanceOf(ClientFailed.class)
                .hasMessageStartingWith("No server is known: give --endpoint-url http://127.0.0.1:4566");
    }
}
