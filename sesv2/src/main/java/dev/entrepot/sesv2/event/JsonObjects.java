package dev.entrepot.sesv2.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Finds the JSON objects of a stream: one a line, written over many lines, one after the other, or the elements of one array. Looks at
 * brackets and strings only. A line that begins with a brace begins an object, so one that is broken spoils none behind it. Holds one
 * object in memory. Reads byte by byte, so the stream should be buffered.
 */
public final class JsonObjects {
    /** Events have some kilobytes; AWS carries none above 256 KiB. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int END = -1;

    private final InputStream source;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private long line = 1;
    private boolean lineBegins = true;
    private int ahead;

    public JsonObjects(InputStream source) throws IOException {
        this.source = source;
        this.ahead = source.read();
    }

    /**
     * A piece of the stream.
     *
     * @param line on which it begins, from 1
     * @param defect why it is no object; empty for one that may be
     */
    public record Piece(long line, byte[] bytes, Optional<String> defect) {}

    /** The next object or the next bytes that are none; empty at the end. */
    public Optional<Piece> next() throws IOException {
        while (isBetween(ahead)) {
            read();
        }
        if (ahead == END) {
            return Optional.empty();
        }
        long begin = line;
        piece.reset();
        Optional<String> defect = ahead == '{' ? object() : noObject();
        return Optional.of(new Piece(begin, piece.toByteArray(), defect));
    }

    private static boolean isBetween(int octet) {
        return switch (octet) {
            case ' ', '\t', '\r', '\n', ',', '[', ']', 0xEF, 0xBB, 0xBF -> true;
            default -> false;
        };
    }

    private int read() throws IOException {
        int octet = ahead;
        lineBegins = octet == '\n';
        if (lineBegins) {
            line++;
        }
        ahead = source.read();
        return octet;
    }

    /** Takes bytes up to the end of the object. */
    private Optional<String> object() throws IOException {
        int depth = 0;
        boolean inString = false;
        do {
            if (piece.size() > 0 && atNewObject()) {
                return Optional.of("The JSON object does not end.");
            }
            if (piece.size() >= MAX_BYTES) {
                while (!atNewObject()) {
                    read();
                }
                return Optional.of("The JSON object is longer than " + MAX_BYTES + " bytes.");
            }
            int octet = read();
            piece.write(octet);
            switch (octet) {
                case '"' -> inString = !inString;
                case '\\' -> escaped(inString);
                case '{', '[' -> depth += inString ? 0 : 1;
                case '}', ']' -> depth -= inString ? 0 : 1;
                default -> {}
            }
        } while (depth > 0);
        return Optional.empty();
    }

    private void escaped(boolean inString) throws IOException {
        if (inString && ahead != END && ahead != '\n') {
            piece.write(read());
        }
    }

    private Optional<String> noObject() throws IOException {
        while (ahead != END && ahead != '\n') {
            read();
        }
        return Optional.of("The line does not begin a JSON object.");
    }

    private boolean atNewObject() {
        return ahead == END || lineBegins && ahead == '{';
    }
}
