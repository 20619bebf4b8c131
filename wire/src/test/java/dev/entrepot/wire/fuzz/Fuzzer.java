package dev.entrepot.wire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs Jazzer on one target in a process of its own, since it instruments classes and takes one target a process. The heap is
 * small and an input has its time, so that running out of either is a finding.
 */
final class Fuzzer {
    private final Target target;
    private final Path work;

    /** @param work where what was found is left */
    Fuzzer(Target target, Path work) {
        this.target = target;
        this.work = work;
    }

    /** @param bounds options of libFuzzer that say when to stop */
    void run(String... bounds) throws IOException, InterruptedException {
        Path found = Files.createDirectories(work.resolve(target.folder()));
        Path output = found.resolveSibling(target.folder() + ".log");
        int exit = new ProcessBuilder(command(found, bounds))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(() -> finding(output)).isZero();
    }

    private List<String> command(Path found, String... bounds) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + Fuzzed.TARGET + "=" + target,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzed.class.getName(),
                "--instrumentation_includes=dev.entrepot.**",
                "--custom_hook_includes=dev.entrepot.**",
                "--reproducer_path=" + work,
                "-artifact_prefix=" + found + "-",
                "-max_len=900",
                "-timeout=100",
                "-rss_limit_mb=0"));
        command.addAll(Arrays.asList(bounds));
        command.add(found.toString());
        command.add(Input.folder(target.folder()).toString());
        return command;
    }

    /** What Jazzer says from the exception on; the rest is statistics. */
    private String finding(Path output) {
        try {
            String text = Files.readString(output);
            return "Fuzzing %s found something. Keep the input below %s when it is mended.%n%s"
                    .formatted(
                            target,
                            Input.folder(target.folder()),
                            text.substring(Math.max(0, text.indexOf("== Java"))));
        } catch (IOException unreadable) {
            return "The fuzzer's output in " + output + " cannot be read";
        }
    }
}
