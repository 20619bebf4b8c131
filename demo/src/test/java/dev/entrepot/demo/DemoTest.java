package dev.entrepot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it against the packaged server: what a visitor is told must be what happened. */
class DemoTest {
    private static final Path SERVER = Path.of("../server/target/entrepot.jar").toAbsolutePath();

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void itLoadsExportsChecksShowsAndCleansUp() throws Exception {
        assumeTrue(
                Files.exists(SERVER),
                "SKIPPED: the server is not packaged; build it, and this runs the whole demonstration");
        launcher();
        Path items = DatasetTest.write(home.resolve("items.gz"), sixtyItemsAndOneTooLarge());
        var screen = new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), false);
        new Demo(home, new Demo.Options(false, Optional.of(items)), screen, InstantSource.system()).run();

        String shown = out.toString(StandardCharsets.UTF_8);
        assertThat(shown)
                .contains("Data      61 items, 420 attribute pairs")
                .contains("refused as AWS would: large, 300 attribute pairs are over 256")
                .containsPattern("Load      60 items into domain demo in ")
                .containsPattern("Export    .*SUCCEEDED")
                .contains("✓ every item equal to what was loaded")
                .contains("data/dataFile_1_1.json")
                .contains("\"itemsCount\": 60")
                .contains("{\"name\":\"名\",\"values\":[\"a\",\"b\"]}");
        assertThat(shown.lines())
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(Screen.WIDTH));
        var data = Pattern.compile("(\\S+), deleted when this ends").matcher(shown);
        assertThat(data.find()).isTrue();
        assertThat(Path.of(data.group(1))).doesNotExist();
    }

    /** The project's own launcher would build first, which is what is going on already. */
    private void launcher() throws Exception {
        Path file = Files.writeString(
                home.resolve("entrepot"),
                "#!/bin/sh\nexec '%s/bin/java' --enable-native-access=ALL-UNNAMED -jar '%s' \"$@\"\n"
                        .formatted(System.getProperty("java.home"), SERVER));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static String sixtyItemsAndOneTooLarge() {
        String values = IntStream.range(0, 300).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
        return IntStream.range(0, 60)
                        .mapToObj("{\"name\":\"%d\",\"attributes\":{\"名\":[\"a\",\"b\"]}}\n"::formatted)
                        .collect(Collectors.joining())
                + "{\"name\":\"large\",\"attributes\":{\"v\":[" + values + "]}}\n";
    }
}
