package dev.entrepot.e2e.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.entrepot.e2e.fixture.Node;
import dev.entrepot.e2e.fixture.RunningServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page is done as it says, from top to bottom, in one shell beside a server of its own: so it stays true. */
class GuidesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** Blocks that no test can run; each says in the page's source why. */
    private static final int LEFT_OUT = 6;

    private static boolean hasNode;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    static List<GuidePage> pages() throws IOException {
        try (var guides = Files.list(ROOT.resolve("docs/guides"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), guides.sorted())
                    .map(GuidePage::read)
                    .toList();
        }
    }

    @BeforeAll
    static void install() throws Exception {
        String tools = """
                aws simpledbv2 list-exports --generate-cli-skeleton && curl --version &&
                python3 -c 'import boto3; boto3.client("simpledbv2", region_name="us-east-1")'
                """;
        int found = new ProcessBuilder("sh", "-c", tools)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assumeTrue(found == 0, "SKIPPED: there is no curl, or no aws or boto3 that knows SimpleDBv2");
        hasNode = Node.install().isPresent();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatAPageSaysIsSo(GuidePage page) throws Exception {
        var ports = new HashMap<>(Map.of("2525", freePort(), "4567", freePort()));
        String[] options =
                page.serverOptions().stream().map(option -> with(ports, option)).toArray(String[]::new);
        try (var server = RunningServer.start(directory.resolve("data"), options)) {
            ports.put("4566", server.uri().getPort());
            new Session(directory, ROOT, text -> with(ports, text), hasNode).run(page);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Those that the pages name may be taken on this machine. */
    private static String with(Map<String, Integer> ports, String text) {
        String replaced = text;
        for (var port : ports.entrySet()) {
            replaced = replaced.replaceAll("\\b" + port.getKey() + "\\b", "" + port.getValue());
        }
        return replaced;
    }

    @Test
    void blocksThatAreNotRunAreCounted() throws IOException {
        assertThat(pages().stream()
                        .flatMap(page -> page.blocks().stream())
                        .filter(GuidePage.Block::isLeftOut)
                        .count())
                .isEqualTo(LEFT_OUT);
    }

    /** An example that no page runs would rot. */
    @Test
    void everyExampleIsRunByAPage() throws IOException {
        String commands = String.join(
                "",
                pages().stream()
                        .flatMap(page -> page.blocks().stream())
                        .filter(GuidePage.Block::isRun)
                        .map(GuidePage.Block::text)
                        .toList());
        try (var files = Files.walk(ROOT.resolve("examples"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches(".*\\.(py|sh|mjs|java)"))
                            .map(name -> name.replace(".java", "")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(commands).contains(name));
        }
    }
}
