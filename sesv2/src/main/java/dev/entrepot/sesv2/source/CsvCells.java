package dev.entrepot.sesv2.source;

import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.codec.Utf8;
import java.util.ArrayList;
import java.util.List;

/** The cells of a CSV record. */
public final class CsvCells {
    /** The longest cell that is taken, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private CsvCells() {}

    /**
     * @param record without defect
     * @throws RecordUnreadable when a cell is too long or not UTF-8
     */
    public static List<String> of(byte[] record) {
        var cells = new ArrayList<String>(8);
        int at = 0;
        do {
            boolean quoted = at < record.length && record[at] == '"';
            int end = quoted ? closing(record, at + 1) : comma(record, at);
            cells.add(quoted ? text(record, at + 1, end).replace("\"\"", "\"") : text(record, at, end));
            at = (quoted ? end + 1 : end) + 1;
        } while (at <= record.length);
        return cells;
    }

    private static int comma(byte[] record, int from) {
        int at = from;
        while (at < record.length && record[at] != ',') {
            at++;
        }
        return at;
    }

    private static int closing(byte[] record, int from) {
        int at = from;
        while (record[at] != '"' || at + 1 < record.length && record[at + 1] == '"') {
            at += record[at] == '"' ? 2 : 1;
        }
        return at;
    }

    private static String text(byte[] record, int from, int to) {
        if (to - from > MAX_BYTES) {
            throw new RecordUnreadable("A cell is longer than " + MAX_BYTES + " bytes.");
        }
        try {
            return Utf8.decode(record, from, to);
        } catch (MalformedInput notUtf8) {
            throw RecordUnreadable.notUtf8();
        }
    }
}
