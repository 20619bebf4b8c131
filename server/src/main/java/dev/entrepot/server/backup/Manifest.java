package dev.entrepot.server.backup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of a backup's files, a line each, in the form of {@code sha256sum}, which can check it too. Names in a data directory
 * are of plain characters, so a line needs no escapes.
 */
final class Manifest implements AutoCloseable {
    static final String NAME = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");

    private final BufferedWriter writer;
    private long files;
    private long bytes;

    Manifest(Path backup) throws IOException {
        this.writer = Files.newBufferedWriter(backup.resolve(NAME));
    }

    synchronized void add(Path path, CheckedCopy copy) throws IOException {
        writer.write(copy.sha256() + "  " + path + "\n");
        files++;
        bytes += copy.bytes();
    }

    synchronized long files() {
        return files;
    }

    synchronized long bytes() {
        return bytes;
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }

    interface Reader {
        void file(Path path, String sha256) throws IOException;
    }

    /** @throws BackupRefused when a line is none, or names a file elsewhere */
    static void read(Path backup, Reader reader) throws IOException {
        try (var lines = Files.newBufferedReader(backup.resolve(NAME))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher match = LINE.matcher(line);
                Path path = match.matches() ? Path.of(match.group(2)) : Path.of("..");
                if (path.isAbsolute() || path.normalize().startsWith("..")) {
                    throw new BackupRefused(backup.resolve(NAME) + " is damaged: '" + line + "'");
                }
                reader.file(path, match.group(1));
            }
        }
    }
}
