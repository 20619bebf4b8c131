package dev.entrepot.mailmanager.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** The messages of an mbox. A separator stands at the beginning or behind an empty line, which belongs to it. */
final class Mbox {
    private final String where;
    private final MboxFormat format;
    private final Findings findings;
    private final Window window;
    private int number;

    private Mbox(String where, InputStream in, MboxFormat format, Findings findings) {
        this.where = where;
        this.format = format;
        this.findings = findings;
        this.window = new Window(in);
    }

    static void read(String where, InputStream in, MboxFormat format, Findings findings) throws IOException {
        new Mbox(where, in, format, findings).read();
    }

    private void read() throws IOException {
        Optional<Instant> delivered = separator(0);
        while (delivered.isPresent()) {
            number++;
            window.drop(window.lineFeed(0) + 1);
            delivered = message(delivered.get());
        }
        if (window.hold(1)) {
            findings.refused(where + "#" + (number + 1), "No separator line with a date begins a message here.");
        }
    }

    /** @return when the next one came, if there is one */
    private Optional<Instant> message(Instant delivered) throws IOException {
        int end = format.hasLengths() ? ContentLength.end(window, this::isEnd) : -1;
        boolean lengthKnown = end >= 0;
        var search = new MessageEnd();
        int next;
        if (lengthKnown) {
            next = behindEmptyLines(end);
        } else {
            next = search.find();
            if (next < 0) {
                findings.refused(where + "#" + number, FoundMessage.TOO_LARGE);
                return search.separator;
            }
            end = withoutEmptyLine(next);
        }
        byte[] bytes = window.copy(0, end);
        if (lengthKnown || search.quotes) {
            bytes = Quotes.remove(bytes, format.quotes(lengthKnown));
        }
        window.drop(next);
        findings.found(new FoundMessage(where + "#" + number, bytes, Optional.of(delivered), Optional.empty()));
        return lengthKnown ? separator(0) : search.separator;
    }

    /** Whether the next message, or nothing more, follows this position. */
    private boolean isEnd(int position) throws IOException {
        int next = behindEmptyLines(position);
        return !window.hold(next + 1) || (next > position && separator(next).isPresent());
    }

    /** Behind the line feed that ends a last line without one, and the empty line. */
    private int behindEmptyLines(int position) throws IOException {
        int next = position;
        for (int i = 0; i < 2; i++) {
            if (window.hold(next + 2) && window.at(next) == '\r' && window.at(next + 1) == '\n') {
                next += 2;
            } else if (window.hold(next + 1) && window.at(next) == '\n') {
                next++;
            }
        }
        return next;
    }

    private int withoutEmptyLine(int end) {
        if (end == 0 || window.at(end - 1) != '\n') {
            return end;
        }
        int line = end > 1 && window.at(end - 2) == '\r' ? end - 2 : end - 1;
        return line == 0 || window.at(line - 1) == '\n' ? line : end;
    }

    /** When the message came whose separator line begins at the position. */
    private Optional<Instant> separator(int position) throws IOException {
        if (!window.hold(position + Separator.FROM.length) || window.at(position) != 'F') {
            return Optional.empty();
        }
        window.hold(position + Separator.LONGEST);
        int end = window.lineFeed(position);
        return end < 0 || end - position > Separator.LONGEST
                ? Optional.empty()
                : Separator.delivered(window.copy(position, end));
    }

    /** Looks for the next separator. */
    private final class MessageEnd {
        /** The beginning of a line that was so long that the window begins inside it. */
        private static final int CUT = -2;

        private int line;
        private boolean large;
        private boolean quotes;
        /** When the message came that begins behind. */
        private Optional<Instant> separator = Optional.empty();

        /** Where it is, or the end of the file; -1 when the message was too large, and then the window begins there. */
        int find() throws IOException {
            boolean emptyLine = false;
            int searched = 0;
            while (true) {
                int feed = window.lineFeed(searched);
                if (feed < 0) {
                    searched = forget(window.size());
                    if (!window.grow()) {
                        quotes = true; // perhaps in a last line without a line feed
                        return found(window.size());
                    }
                } else {
                    if (emptyLine && line != CUT) {
                        separator = Mbox.this.separator(line);
                        if (separator.isPresent()) {
                            return found(line);
                        }
                    }
                    quotes |= line != CUT && window.at(line) == '>';
                    emptyLine = feed == line || (feed == line + 1 && window.at(line) == '\r');
                    line = feed + 1;
                    searched = line = forget(line);
                }
            }
        }

        /** The position, counted anew when what lies before it has been dropped because it is too much. */
        private int forget(int position) {
            if (position <= FoundMessage.LARGEST) {
                return position;
            }
            window.drop(position);
            line = line < position ? CUT : 0;
            large = true;
            return 0;
        }

        private int found(int end) {
            if (large || end > FoundMessage.LARGEST + 2) {
                window.drop(end);
                return -1;
            }
            return end;
        }
    }
}
