package dev.entrepot.mailmanager.importjob;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One address a line, below the header {@code address}. Blank lines are passed over, and so is a byte order mark. */
final class AddressCsv implements AddressFile {
    private static final String HEADER = "address";
    private static final String MARK = "\u00ef\u00bb\u00bf";
    /** Of a longer line the rest is dropped, for no address is as long. */
    private static final int LONGEST = 1024;

    private final InputStream bytes;
    private final byte[] line = new byte[LONGEST];
    private boolean begun;

    AddressCsv(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes, 1 << 16);
    }

    @Override
    public Optional<Item> next() throws IOException {
        if (!begun) {
            begun = true;
            String first = line().orElse("");
            if (!cell(first.startsWith(MARK) ? first.substring(MARK.length()) : first)
                    .equals(HEADER)) {
                throw new FileUnusable("The file does not begin with the header line 'address'.");
            }
        }
        return line().map(text -> Item.of(cell(text)));
    }

    private static String cell(String line) {
        boolean quoted = line.length() >= 2 && line.startsWith("\"") && line.endsWith("\"");
        return quoted ? line.substring(1, line.length() - 1) : line;
    }

    /** The next line that is not blank, stripped. Members are ASCII, so each byte may stand for a character. */
    private Optional<String> line() throws IOException {
        int octet = bytes.read();
        while (octet >= 0) {
            int length = 0;
            for (; octet >= 0 && octet != '\n'; octet = bytes.read()) {
                if (length < LONGEST) {
                    line[length++] = (byte) octet;
                }
            }
            String text = new String(line, 0, length, StandardCharsets.ISO_8859_1).strip();
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
            octet = bytes.read();
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
