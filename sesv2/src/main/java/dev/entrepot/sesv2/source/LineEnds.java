package dev.entrepot.sesv2.source;

import java.io.IOException;
import java.io.InputStream;

/** What ends a line: LF or CR LF, and a lone CR in files that have no LF at all (SES dossier, section 2.1). */
enum LineEnds {
    LF,
    CR;

    private static final int CHUNK = 1 << 16;

    /** Reads up to the first LF; files without one are read to their end. */
    static LineEnds of(InputStream file) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int count = file.read(chunk); count >= 0; count = file.read(chunk)) {
            for (int i = 0; i < count; i++) {
                if (chunk[i] == '\n') {
                    return LF;
                }
            }
        }
        return CR;
    }

    /** How many bytes end a line at this place; 0 when none do. */
    int length(ByteWindow window, int at) throws IOException {
        int octet = window.at(at);
        if (octet == '\n') {
            return 1;
        }
        if (octet != '\r') {
            return 0;
        }
        return this == CR ? 1 : window.at(at + 1) == '\n' ? 2 : 0;
    }
}
