package dev.entrepot.sesv2.source;

import java.io.IOException;
import java.util.Optional;

/** The way through a file by lines, for readers that find records in them. */
final class Lines {
    final ByteWindow window;
    private final LineEnds ends;
    private long line;

    Lines(ByteWindow window, LineEnds ends, long line) {
        this.window = window;
        this.ends = ends;
        this.line = line;
    }

    Place place() {
        return new Place(window.offset(), line);
    }

    /** How many bytes end a line at this distance; 0 when none do. */
    int endAt(int distance) throws IOException {
        return ends.length(window, distance);
    }

    /** Whether this byte of a line end is the one that counts. */
    boolean breaks(int octet) {
        return octet == (ends == LineEnds.LF ? '\n' : '\r');
    }

    /** Passes over bytes with so many line ends in them. */
    void pass(int length, int lineEnds) {
        window.advance(length);
        line += lineEnds;
    }

    /** Passes over the line end at the window's beginning, if there is one. */
    boolean passEnd() throws IOException {
        int length = endAt(0);
        if (length > 0) {
            pass(length, 1);
        }
        return length > 0;
    }

    /** Takes a record that ends a line, and the line end. */
    SourceRecord take(int length, int innerLineEnds) throws IOException {
        var found = new SourceRecord(window.offset(), line, window.copy(length), Optional.empty());
        pass(length, innerLineEnds);
        passEnd();
        return found;
    }

    /** Takes the rest of the line as a record that is broken. */
    SourceRecord broken(String defect) throws IOException {
        int length = 0;
        while (length < SourceRecord.MAX_BYTES && !endsAt(length)) {
            length++;
        }
        boolean whole = endsAt(length);
        var found = new SourceRecord(
                window.offset(), line, window.copy(length), Optional.of(whole ? defect : SourceRecord.TOO_LONG));
        window.advance(length);
        passRest();
        return found;
    }

    /** Takes the lines before the next that begins with {@code first} as a record that is broken. */
    SourceRecord brokenUpTo(char first, String defect) throws IOException {
        int length = 0;
        int lineEnds = 0;
        while (length < SourceRecord.MAX_BYTES && window.at(length) != ByteWindow.END) {
            int end = endAt(length);
            if (end > 0 && window.at(length + end) == first) {
                break;
            }
            length += Math.max(end, 1);
            lineEnds += end > 0 ? 1 : 0;
        }
        var found = new SourceRecord(window.offset(), line, window.copy(length), Optional.of(defect));
        pass(length, lineEnds);
        do {
            passRest();
        } while (window.at(0) != first && window.at(0) != ByteWindow.END);
        return found;
    }

    /** Passes over what is left of the line, with its end. */
    private void passRest() throws IOException {
        while (!endsAt(0)) {
            window.advance(1);
        }
        passEnd();
    }

    /** Whether a line or the file ends here. */
    boolean endsAt(int distance) throws IOException {
        return window.at(distance) == ByteWindow.END || endAt(distance) > 0;
    }
}
