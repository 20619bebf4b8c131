package dev.entrepot.sesv2.source;

import dev.entrepot.sesv2.source.JsonShape.Step;
import java.io.IOException;
import java.util.Optional;

/**
 * JSON objects one after the other, one a line or written over many lines (SES dossier, section 2.3). An object that is broken
 * on its first line is that line; one that breaks later reaches to the next line that begins with a brace. What stands behind an
 * object on its last line, unless it is another object, breaks it.
 */
final class JsonReader implements SourceReader {
    private static final String NO_OBJECT = "The line does not begin a JSON object.";
    private static final String BROKEN = "The JSON object is broken or does not end.";
    private static final String TRAILING = "Behind the JSON object stands something else.";

    private final Lines lines;
    private final ByteWindow window;
    private final JsonShape shape = new JsonShape();
    /** Line ends in the object that is being looked at. */
    private int innerLineEnds;

    JsonReader(Lines lines) {
        this.lines = lines;
        this.window = lines.window;
    }

    @Override
    public Place place() {
        return lines.place();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    @Override
    public Optional<SourceRecord> next() throws IOException {
        skipSpace();
        return switch (window.at(0)) {
            case ByteWindow.END -> Optional.empty();
            case '{' -> Optional.of(object());
            default -> Optional.of(lines.broken(NO_OBJECT));
        };
    }

    private void skipSpace() throws IOException {
        while (true) {
            if (!lines.passEnd()) {
                if (!isSpace(window.at(0))) {
                    return;
                }
                window.advance(1);
            }
        }
    }

    private static boolean isSpace(int octet) {
        return octet == ' ' || octet == '\t' || octet == '\r';
    }

    private SourceRecord object() throws IOException {
        innerLineEnds = 0;
        shape.begin();
        for (int at = 0; at < SourceRecord.MAX_BYTES; at++) {
            int octet = window.at(at);
            switch (octet == ByteWindow.END ? Step.BROKEN : shape.next(octet)) {
                case INSIDE -> innerLineEnds += lines.breaks(octet) ? 1 : 0;
                case COMPLETE -> {
                    return complete(at + 1);
                }
                case BROKEN -> {
                    return broken(BROKEN);
                }
            }
        }
        return broken(SourceRecord.TOO_LONG);
    }

    private SourceRecord complete(int length) throws IOException {
        int behind = length;
        while (behind < SourceRecord.MAX_BYTES && !lines.endsAt(behind) && isSpace(window.at(behind))) {
            behind++;
        }
        if (lines.endsAt(behind) || window.at(behind) == '{') {
            return lines.take(length, innerLineEnds);
        }
        return broken(TRAILING);
    }

    private SourceRecord broken(String defect) throws IOException {
        return innerLineEnds == 0 ? lines.broken(defect) : lines.brokenUpTo('{', defect);
    }
}
