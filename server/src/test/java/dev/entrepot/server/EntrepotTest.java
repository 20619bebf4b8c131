package dev.entrepot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.server.configuration.InvalidConfiguration;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import dev.entrepot.storage.database.DataDirectoryInUse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts together: what one start leaves must serve the next, and a start that fails must leave nothing open. */
class EntrepotTest {
    @TempDir
    private Path data;

    @Test
    void itIsReadyWhenStartedAndTellsClientsWhereItIs() throws Exception {
        try (var entrepot = start();
                var client = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(entrepot.uri().resolve("/_entrepot/health/ready"))
                    .build();
            assertThat(client.send(health, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            assertThat(Files.readString(data.resolve("aws/config"))).contains("endpoint_url = " + entrepot.uri());
        }
    }

    @Test
    void aSecondStartKeepsTheKeyPair() throws IOException {
        start().close();
        String first = Files.readString(data.resolve("aws/credentials"));
        start().close();
        assertThat(data.resolve("aws/credentials")).hasContent(first);
    }

    @Test
    void oneDataDirectoryIsServedOnceAndIsFreeAgainAfterAFailedStart() {
        try (var entrepot = start()) {
            assertThatThrownBy(() -> start().close()).isInstanceOf(DataDirectoryInUse.class);
            assertThatThrownBy(() -> Entrepot.start(
                            configuration(data.resolve("other"), entrepot.uri().getPort()), InstantSource.system()))
                    .hasMessageContaining("already in use");
        }
        Entrepot.start(configuration(data.resolve("other"), 0), InstantSource.system())
                .close();
    }

    // A model that fails days later, for want of a jar, is told too late.
    @Test
    void anEngineThatIsNotHereStopsTheStart() {
        var given = Map.of(Setting.PORT, "0", Setting.DATA, data.toString(), Setting.ENGINE, "spark");
        var configuration = ServerConfiguration.of(new Settings(given, Map.of()), data);
        assertThatThrownBy(() -> Entrepot.start(configuration, InstantSource.system()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(
                        "Spark is not on the class path; start the server by its launcher, which builds and adds it: "
                                + "./entrepot serve --engine spark");
        start().close();
    }

    private Entrepot start() {
        return Entrepot.start(configuration(data, 0), InstantSource.system());
    }

    private static ServerConfiguration configuration(Path data, int port) {
        var given = Map.of(Setting.PORT, "" + port, Setting.DATA, data.toString());
        return ServerConfiguration.of(new Settings(given, Map.of()), data);
    }
}
