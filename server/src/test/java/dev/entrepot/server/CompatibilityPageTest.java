package dev.entrepot.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.server.ServedOperations.Served;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Setting;
import dev.entrepot.server.configuration.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People choose by this page; so it says what the program does, not what somebody once wrote down. */
class CompatibilityPageTest {
    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");
    private static final Path WRITTEN = Path.of("target", "compatibility.md");

    @TempDir
    private Path data;

    private ServedOperations served;

    @BeforeEach
    void start() {
        var given = Map.of(Setting.PORT, "0", Setting.DATA, data.toString());
        var configuration = ServerConfiguration.of(new Settings(given, Map.of()), data);
        try (var entrepot = Entrepot.start(configuration, InstantSource.system())) {
            served = ServedOperations.of(entrepot.services().all());
        }
    }

    @Test
    void thePageSaysWhatTheProgramServes() throws Exception {
        String text = new CompatibilityPage(ServiceInScope.all(), served).text();
        Files.writeString(WRITTEN, text);
        assertThat(PAGE)
                .as("Out of date. To renew it: cp server/target/compatibility.md docs/compatibility.md")
                .hasContent(text);
    }

    @Test
    void theReadmeHasTheSameOverview() {
        assertThat(Path.of("..", "README.md"))
                .as("Its table of services is that of docs/compatibility.md, line by line")
                .content()
                .contains(new CompatibilityPage(ServiceInScope.all(), served).overview());
    }

    /** What is served but not listed would be missing from the page. */
    @Test
    void everyServedOperationIsInScope() {
        assertThat(served.all())
                .isNotEmpty()
                .isSubsetOf(ServiceInScope.all().stream()
                        .flatMap(service -> service.protocols().stream()
                                .flatMap(protocol -> service.operations().stream()
                                        .map(operation -> new Served(service.namespace(), protocol, operation))))
                        .collect(Collectors.toSet()));
    }
}
