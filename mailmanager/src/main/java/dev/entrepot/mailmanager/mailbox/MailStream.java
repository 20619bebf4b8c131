package dev.entrepot.mailmanager.mailbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads whatever a file or an object holds; its first bytes tell what that is. */
public final class MailStream {
    private static final int BUFFER = 64 * 1024;
    private static final int BEGINNING = 1024;
    /** A tar in gzip holds an mbox in gzip, say; deeper is a trap. */
    private static final int DEEPEST = 5;

    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,100}[ \t]*:");

    private final MboxFormat format;
    private final Findings findings;

    public MailStream(MboxFormat format, Findings findings) {
        this.format = format;
        this.findings = findings;
    }

    /**
     * Reads to the end. What breaks off or cannot be read is refused, and does not end the load.
     *
     * @param where what it is called; a Maildir is known by its path
     * @param modified when it was changed last
     */
    public void read(String where, InputStream in, Optional<Instant> modified) {
        read(where, in, modified, 0);
    }

    private void read(String where, InputStream in, Optional<Instant> modified, int depth) {
        try {
            recognize(where, in, modified, depth);
        } catch (IOException | IllegalArgumentException e) { // the latter from names in a zip
            findings.refused(where, "It cannot be read: " + e.getMessage() + ".");
        }
    }

    private void recognize(String where, InputStream in, Optional<Instant> modified, int depth) throws IOException {
        MaildirName name = MaildirName.of(where);
        if (name.unfinished()) {
            return;
        }
        var buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(BEGINNING);
        byte[] beginning = buffered.readNBytes(BEGINNING);
        buffered.reset();
        if (name.message() || where.toLowerCase(Locale.ROOT).endsWith(".eml")) {
            message(where, buffered, name.delivered(), modified);
        } else if (depth == DEEPEST) {
            findings.refused(where, "It lies in too many archives.");
        } else if (startsWith(beginning, 0x1F, 0x8B)) {
            read(where, new GZIPInputStream(buffered, BUFFER), modified, depth + 1);
        } else if (startsWith(beginning, 'P', 'K', 3, 4)) {
            zip(where, new ZipEnd(buffered), depth);
        } else if (TarStream.isTar(beginning)) {
            tar(where, new TarStream(buffered), depth);
        } else if (Separator.startsWith(beginning, Separator.FROM)) {
            Mbox.read(where, buffered, format, findings);
        } else if (FIELD.matcher(new String(beginning, StandardCharsets.ISO_8859_1))
                .lookingAt()) {
            message(where, buffered, Optional.empty(), modified);
        } else {
            findings.refused(where, "It is neither a message nor a mailbox.");
        }
    }

    private static boolean startsWith(byte[] beginning, int... bytes) {
        return beginning.length >= bytes.length
                && IntStream.range(0, bytes.length).allMatch(i -> (beginning[i] & 0xFF) == bytes[i]);
    }

    private void zip(String where, ZipEnd all, int depth) throws IOException {
        var zip = new ZipInputStream(all);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                read(where + "!" + entry.getName(), zip, modified(entry), depth + 1);
            }
        }
        all.check();
    }

    private static Optional<Instant> modified(ZipEntry entry) {
        return Optional.ofNullable(entry.getLastModifiedTime()).map(FileTime::toInstant);
    }

    private void tar(String where, TarStream tar, int depth) throws IOException {
        Optional<TarStream.Entry> entry = tar.next();
        while (entry.isPresent()) {
            read(where + "!" + entry.get().name(), tar, Optional.of(entry.get().modified()), depth + 1);
            entry = tar.next();
        }
    }

    /** The separator line that some tools leave before a message is none of its bytes. */
    private void message(String where, InputStream in, Optional<Instant> delivered, Optional<Instant> modified)
            throws IOException {
        byte[] bytes = in.readNBytes(FoundMessage.LARGEST + 1);
        Optional<Instant> separated = Optional.empty();
        if (Separator.startsWith(bytes, Separator.FROM)) {
            int end = 0;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            separated = Separator.delivered(Arrays.copyOf(bytes, end));
            if (separated.isPresent()) {
                bytes = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
            }
        }
        if (bytes.length > FoundMessage.LARGEST) {
            findings.refused(where, FoundMessage.TOO_LARGE);
        } else {
            findings.found(new FoundMessage(where, bytes, separated.or(() -> delivered), modified));
        }
    }
}
