package dev.entrepot.sesv2.source;

import dev.entrepot.sesv2.contract.DataFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A file of records that has been looked at: its encoding is right, and it is known what ends its lines. */
public final class Source {
    private static final int LONGEST_MARK = 4;
    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Content content;
    private final DataFormat format;
    private final LineEnds lineEnds;
    private final Place beginning;

    private Source(Content content, DataFormat format, LineEnds lineEnds, Place beginning) {
        this.content = content;
        this.format = format;
        this.lineEnds = lineEnds;
        this.beginning = beginning;
    }

    /** The file's bytes, the same whenever they are asked for. */
    public interface Content {
        /** Those behind {@code offset}; the caller closes the stream. */
        InputStream from(long offset) throws IOException;
    }

    /** @throws SourceUnusable for what is not UTF-8 or is a JSON array */
    public static Source of(Content content, DataFormat format) throws IOException {
        byte[] first = first(content);
        checkEncoding(first);
        boolean marked =
                Arrays.equals(first, 0, Math.min(UTF8_MARK.length, first.length), UTF8_MARK, 0, UTF8_MARK.length);
        var beginning = new Place(marked ? UTF8_MARK.length : 0, 1);
        var source = new Source(content, format, lineEnds(content), beginning);
        if (format == DataFormat.JSON) {
            source.checkNoArray();
        }
        return source;
    }

    private static byte[] first(Content content) throws IOException {
        try (InputStream file = content.from(0)) {
            return file.readNBytes(LONGEST_MARK);
        }
    }

    private static LineEnds lineEnds(Content content) throws IOException {
        try (InputStream file = content.from(0)) {
            return LineEnds.of(file);
        }
    }

    private static void checkEncoding(byte[] first) {
        boolean wide = first.length >= 2
                && ((first[0] & 0xFF) == 0xFE && (first[1] & 0xFF) == 0xFF
                        || (first[0] & 0xFF) == 0xFF && (first[1] & 0xFF) == 0xFE);
        for (byte octet : first) {
            wide |= octet == 0;
        }
        if (wide) {
            throw new SourceUnusable("The file is UTF-16 or UTF-32. Convert it to UTF-8.");
        }
    }

    private void checkNoArray() throws IOException {
        try (var file = new BufferedInputStream(content.from(beginning.offset()))) {
            int octet = file.read();
            while (octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n') {
                octet = file.read();
            }
            if (octet == '[') {
                throw new SourceUnusable(
                        "The file is one JSON array. Write its objects one a line, without brackets and commas.");
            }
        }
    }

    /** Behind the byte order mark, if the file has one. */
    public Place beginning() {
        return beginning;
    }

    /** @param place one that a reader of this file told, or {@link #beginning()} */
    public SourceReader open(Place place) throws IOException {
        var lines = new Lines(new ByteWindow(content.from(place.offset()), place.offset()), lineEnds, place.line());
        return format == DataFormat.CSV ? new CsvReader(lines) : new JsonReader(lines);
    }
}
