package dev.entrepot.mailmanager.mailbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files in a tar archive, one after the other: ustar with the long names and sizes of GNU and pax. As a stream it is the file of
 * the last {@link #next}.
 */
final class TarStream extends InputStream {
    private static final int BLOCK = 512;
    private static final int MAGIC = 257;
    private static final int LONGEST_EXTENSION = 1 << 20;

    private final InputStream in;
    private long left;
    private long padding;
    private @Nullable String longName;

    TarStream(InputStream in) {
        this.in = in;
    }

    static boolean isTar(byte[] beginning) {
        return beginning.length >= MAGIC + 5
                && new String(beginning, MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    record Entry(String name, Instant modified) {}

    /** Goes to the next regular file; directories, links and devices are passed over. */
    Optional<Entry> next() throws IOException {
        while (true) {
            in.skipNBytes(left + padding);
            left = 0;
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK) {
                throw new EOFException("The tar archive breaks off");
            }
            if (header[0] == 0) {
                return Optional.empty();
            }
            if (!isTar(header)) {
                throw new IOException("It is no tar archive from here on");
            }
            left = number(header, 124, 12);
            padding = -left & (BLOCK - 1);
            switch (header[156]) {
                case 'L' -> longName = text(extension(), 0, LONGEST_EXTENSION);
                case 'x' -> longName = PaxRecords.path(extension()).orElse(longName);
                case 0, '0', '7' -> {
                    String name = longName == null ? name(header) : longName;
                    longName = null;
                    return Optional.of(new Entry(name, Instant.ofEpochSecond(number(header, 136, 12))));
                }
                default -> {
                    if (header[156] != 'g') {
                        longName = null;
                    }
                }
            }
        }
    }

    private byte[] extension() throws IOException {
        if (left > LONGEST_EXTENSION) {
            throw new IOException("A name in the tar archive is too long");
        }
        return readNBytes((int) left);
    }

    private static String name(byte[] header) {
        String prefix = header[MAGIC + 5] == 0 ? text(header, 345, 155) : ""; // GNU has other things there
        return prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
    }

    private static String text(byte[] bytes, int from, int most) {
        int end = from;
        while (end < bytes.length && end < from + most && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Octal digits, or, as GNU writes what is too large for them, bytes. */
    private static long number(byte[] header, int from, int length) throws IOException {
        long number = 0;
        if (header[from] < 0) {
            for (int i = from + length - 8; i < from + length; i++) {
                number = number << 8 | header[i] & 0xFF;
            }
            return Math.max(number, 0);
        }
        for (int i = from; i < from + length; i++) {
            if (header[i] >= '0' && header[i] <= '7') {
                number = number << 3 | header[i] - '0';
            } else if (header[i] != 0 && header[i] != ' ') {
                throw new IOException("A number in the tar archive is none");
            }
        }
        return number;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(into, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("The tar archive breaks off");
        }
        left -= count;
        return count;
    }
}
