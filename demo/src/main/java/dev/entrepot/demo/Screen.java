package dev.entrepot.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything the demonstration shows, in {@value #WIDTH} columns; without a terminal nothing but plain lines. */
final class Screen {
    static final int WIDTH = 80;
    static final String EMPTY_LINE = "\r\u001B[K";

    private static final String INDENT = "  ";
    private static final String STEP = INDENT + "%-8s  %s";

    private final PrintStream out;
    private final boolean isTerminal;

    Screen(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    void heading(String text) {
        out.println();
        out.println(INDENT + emphasised(text));
        out.println();
    }

    /** A finished step of the way. */
    void step(String name, String text) {
        out.println(STEP.formatted(name, text));
    }

    /** What is being waited for; gone with {@link #done}. */
    void doing(String name, String text) {
        if (isTerminal) {
            out.print(STEP.formatted(name, text));
            out.flush();
        }
    }

    void done() {
        if (isTerminal) {
            out.print(EMPTY_LINE);
        }
    }

    Progress progress(String name, long total) {
        return isTerminal
                ? new ProgressLine(out, INDENT + name + "  ", total)
                : new ProgressReports(total, text -> step(name, text));
    }

    /** Lines as they are, each longer one continued below itself. */
    void block(List<String> lines) {
        for (String line : lines) {
            for (String piece : pieces(line)) {
                out.println(INDENT + piece);
            }
        }
    }

    /** A line that a person may copy must stay whole. */
    void command(String line) {
        out.println(INDENT + INDENT + line);
    }

    private static List<String> pieces(String line) {
        int width = WIDTH - INDENT.length();
        int[] characters = line.codePoints().toArray();
        if (characters.length <= width) {
            return List.of(line);
        }
        String first = new String(characters, 0, width);
        String rest = new String(characters, width, characters.length - width);
        var pieces = new ArrayList<>(List.of(first));
        pieces.addAll(pieces(INDENT + INDENT + rest));
        return pieces;
    }

    private String emphasised(String text) {
        return isTerminal ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    static String bytes(long bytes) {
        if (bytes < 10_000) {
            return count(bytes, "byte", "bytes");
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
