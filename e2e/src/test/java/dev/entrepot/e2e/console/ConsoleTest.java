package dev.entrepot.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Node;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What only a browser can tell: that the policy does not forbid what the pages need, that live parts live, that pages can be seen. */
class ConsoleTest {
    private static final Path SHOTS = Path.of("target", "console").toAbsolutePath();
    /** Text alone has more, by its smoothed edges. */
    private static final int FEWEST_COLOURS = 20;

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private static Optional<Node> node = Optional.empty();
    private static Optional<Path> chromium = Optional.empty();

    @TempDir
    private Path directory;

    @BeforeAll
    static void install() {
        node = Node.withBrowser();
        chromium = node.flatMap(_ -> Chromium.install());
        assumeTrue(chromium.isPresent(), "SKIPPED: no Node, no Playwright or no Chromium");
    }

    @Test
    void everyPageWorksInARealBrowser() throws IOException {
        SampleData.put(ENTREPOT, directory);
        String said = node.orElseThrow()
                .run(
                        "console.mjs",
                        ENTREPOT.server().uri(),
                        ENTREPOT.server().keys(),
                        chromium.orElseThrow().toString(),
                        SHOTS.toString());
        assertThat(said).isEqualTo("{\"pages\":28,\"looks\":4}\n");
        List<Path> shots;
        try (var files = Files.list(SHOTS)) {
            shots = files.toList();
        }
        assertThat(shots)
                .hasSize(28 * 4)
                .allSatisfy(shot ->
                        assertThat(colours(shot)).describedAs(shot.toString()).isGreaterThan(FEWEST_COLOURS));
    }

    private static int colours(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }
}
