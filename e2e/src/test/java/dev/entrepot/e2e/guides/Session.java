package dev.entrepot.e2e.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.guides.GuidePage.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One shell in a directory that looks like the project's: {@code entrepot}, {@code examples} and the server's {@code data}.
 *
 * @param ports puts the ports that are free here in the place of those that the pages name
 */
record Session(Path directory, Path root, UnaryOperator<String> ports, boolean hasNode) {
    private static final long MINUTES = 10;

    /** Stands before what each block prints, with the block's line. */
    private static final Pattern PRINTED = Pattern.compile("\u001e(\\d+)\n([^\u001e]*)");

    /** What differs from run to run. */
    private static final Map<String, String> VARYING = Map.of(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID",
            "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|\\+\\d\\d:\\d\\d)?", "TIME",
            "\\ba-[0-9a-z]{16,}\\b", "ARCHIVE");

    void run(GuidePage page) throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("page.sh"), script(page));
        Path out = directory.resolve("page.out");
        Path err = directory.resolve("page.err");
        var builder = new ProcessBuilder("bash", script.toString())
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("ENTREPOT_"));
        environment.putAll(Map.of(
                "ENTREPOT_DATA", directory.resolve("data").toString(),
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_PAGER", "",
                "PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + environment.get("PATH"),
                "LC_ALL", "C.UTF-8",
                "TZ", "UTC"));
        Process shell = builder.start();
        boolean ended = shell.waitFor(MINUTES, TimeUnit.MINUTES);
        shell.descendants().forEach(ProcessHandle::destroy);
        shell.destroyForcibly();

        var printed = new TreeMap<Integer, String>();
        Matcher blocks = PRINTED.matcher(Files.readString(out));
        while (blocks.find()) {
            printed.put(Integer.valueOf(blocks.group(1)), blocks.group(2));
        }
        assertThat(ended ? "" + shell.waitFor() : "not within " + MINUTES + " minutes")
                .as(
                        "How %s ended in the block of line %s:%n%s",
                        page, printed.isEmpty() ? 0 : printed.lastKey(), Files.readString(err))
                .isEqualTo("0");
        for (int i = 0; i < page.blocks().size(); i++) {
            Block block = page.blocks().get(i);
            if (isDone(block) && page.printed(i).isPresent()) {
                assertThat(plain(printed.getOrDefault(block.line(), "")))
                        .as("What is printed by the block of line %d of %s", block.line(), page)
                        .matches(expected(page.printed(i).get()));
            }
        }
    }

    private boolean isDone(Block block) {
        return block.isRun()
                && block.serves().isEmpty()
                && (hasNode || !block.text().startsWith("node "));
    }

    private String script(GuidePage page) {
        return """
                set -eo pipefail
                trap 'find . -type l -delete' EXIT
                ln -s '%1$s/entrepot' '%1$s/docs' .
                mkdir -p examples
                ln -s '%1$s'/examples/* examples
                rm examples/javascript
                cp -R '%1$s/examples/javascript' examples
                ln -sfn '%1$s/e2e/target/node/node_modules' examples/javascript/node_modules
                """.formatted(root) + page.blocks().stream().map(this::script).collect(Collectors.joining());
    }

    private String script(Block block) {
        if (block.isFile()) {
            return "cat > '%s' <<'END OF FILE'\n%sEND OF FILE\n".formatted(block.told(), block.text());
        }
        if (!isDone(block)) {
            return "";
        }
        String mark = "printf '\\036%d\\n'\n".formatted(block.line());
        String commands = ports.apply(block.text());
        return block.exitCode() == 0
                ? mark + commands
                : mark + "code=0\n(%s) || code=$?\n[ $code = %d ]\n".formatted(commands, block.exitCode());
    }

    private String expected(String said) {
        return plain(ports.apply(said))
                .lines()
                .map(line -> line.strip().equals("…")
                        ? "(?s:.*)"
                        : Pattern.quote(line).replace("…", "\\E.*\\Q"))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(String text) {
        String plain = text.strip().replace("\r", "").replaceAll("(?m) +$", "");
        for (var varying : VARYING.entrySet()) {
            plain = plain.replaceAll(varying.getKey(), varying.getValue());
        }
        return plain;
    }
}
