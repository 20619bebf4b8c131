package dev.entrepot.sesv2.source;

import java.io.IOException;
import java.util.Optional;

/**
 * The records of a CSV file. A quote opens a quoted run only at the start of a cell; elsewhere it is data, as in AWS's own
 * sample (SES dossier, section 2.2). A record whose quotes are wrong is the line it begins on, and the next line is the next record, so
 * that one stray quote spoils no other record.
 */
final class CsvReader implements SourceReader {
    private static final String UNTERMINATED = "A quoted cell does not end within " + CsvCells.MAX_BYTES + " bytes.";
    private static final String BEHIND_QUOTE = "Behind a quoted cell stands something other than a comma.";
    private static final int NONE = -1;

    private final Lines lines;
    private final ByteWindow window;
    /** Line ends in the quoted runs of the record that is being looked at. */
    private int quotedLineEnds;

    CsvReader(Lines lines) {
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
        while (lines.passEnd()) {
            // a blank line
        }
        return window.at(0) == ByteWindow.END ? Optional.empty() : Optional.of(read());
    }

    private SourceRecord read() throws IOException {
        quotedLineEnds = 0;
        boolean opens = true;
        int at = 0;
        while (!lines.endsAt(at)) {
            int octet = window.at(at);
            if (opens && octet == '"') {
                int close = closing(at + 1);
                if (close == NONE) {
                    return lines.broken(UNTERMINATED);
                }
                at = close + 1;
                if (!lines.endsAt(at) && window.at(at) != ',') {
                    return lines.broken(BEHIND_QUOTE);
                }
                opens = false;
            } else {
                opens = octet == ',';
                at++;
            }
            if (at > SourceRecord.MAX_BYTES) {
                return lines.broken(SourceRecord.TOO_LONG);
            }
        }
        return lines.take(at, quotedLineEnds);
    }

    /** Where the quoted run ends that has begun before {@code from}. */
    private int closing(int from) throws IOException {
        int at = from;
        while (at - from <= CsvCells.MAX_BYTES) {
            int octet = window.at(at);
            if (octet == ByteWindow.END) {
                return NONE;
            }
            if (octet == '"') {
                if (window.at(at + 1) != '"') {
                    return at;
                }
                at++;
            } else if (lines.breaks(octet)) {
                quotedLineEnds++;
            }
            at++;
        }
        return NONE;
    }
}
