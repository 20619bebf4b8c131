package dev.entrepot.e2e.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fenced blocks of a page. {@code sh} is run, and a {@code text} directly behind it is what it prints. A comment right before a
 * block, which a reader does not see, may say {@code not run: REASON}, {@code exit: CODE} or {@code file: NAME}, where it is saved.
 */
record GuidePage(Path file, List<Block> blocks) {
    private static final Pattern FENCED =
            Pattern.compile("(?ms)(?:^<!-- (not run|exit|file): ([^\n]*?) -->\n+)?^```(\\w*)\n(.*?)^```$");
    private static final Pattern SERVE = Pattern.compile("\\./entrepot serve(.*)\n");

    /**
     * @param line of the page on which the text begins
     * @param kind of the comment before it; empty for none
     */
    record Block(int line, String kind, String told, String language, String text) {
        boolean isRun() {
            return language.equals("sh") && !kind.equals("not run");
        }

        boolean isLeftOut() {
            return kind.equals("not run");
        }

        boolean isFile() {
            return kind.equals("file");
        }

        int exitCode() {
            return kind.equals("exit") ? Integer.parseInt(told) : 0;
        }

        /** The options, where the block starts the server and does nothing else. */
        Optional<List<String>> serves() {
            Matcher serve = SERVE.matcher(text);
            return isRun() && serve.matches()
                    ? Optional.of(List.of(serve.group(1).strip().split(" +")))
                    : Optional.empty();
        }
    }

    static GuidePage read(Path file) {
        try {
            String page = Files.readString(file);
            var blocks = new ArrayList<Block>();
            Matcher fenced = FENCED.matcher(page);
            while (fenced.find()) {
                int line = 1 + (int) page.substring(0, fenced.start(4)).lines().count();
                blocks.add(new Block(
                        line,
                        Optional.ofNullable(fenced.group(1)).orElse(""),
                        Optional.ofNullable(fenced.group(2)).orElse(""),
                        fenced.group(3),
                        fenced.group(4)));
            }
            return new GuidePage(file, List.copyOf(blocks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the block at this place is said to print. */
    Optional<String> printed(int block) {
        return block + 1 < blocks.size() && blocks.get(block + 1).language().equals("text")
                ? Optional.of(blocks.get(block + 1).text())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }

    /** The options of the server that the page starts. */
    List<String> serverOptions() {
        return blocks.stream().flatMap(block -> block.serves().stream()).findFirst().orElse(List.of()).stream()
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
