package dev.entrepot.mailmanager.mailbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mail in a file or below a directory of this machine. Names are read in their order: in a Maildir that is the order of time. */
public final class MailFiles {
    private final Path root;

    public MailFiles(Path root) {
        this.root = root;
    }

    /** The size of all that will be read. */
    public long bytes() {
        var total = new long[1];
        walk(root, file -> total[0] += Files.size(file));
        return total[0];
    }

    public void read(MboxFormat format, Findings findings) {
        var stream = new MailStream(format, findings);
        walk(root, file -> {
            try (var in = new Counted(Files.newInputStream(file), findings)) {
                stream.read(
                        file.toString(),
                        in,
                        Optional.of(Files.getLastModifiedTime(file).toInstant()));
            } catch (IOException e) {
                findings.refused(file.toString(), "It cannot be read.");
            }
        });
    }

    private interface Visit {
        void file(Path file) throws IOException;
    }

    /** Links are followed to files, not to directories, which might lead round. */
    private static void walk(Path path, Visit visit) {
        try {
            if (!Files.isDirectory(path)) {
                visit.file(path);
                return;
            }
            boolean maildir = Files.isDirectory(path.resolve("cur"));
            for (String name : names(path)) {
                Path child = path.resolve(name);
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    walk(child, visit);
                } else if (!maildir && !name.startsWith(".") && Files.isRegularFile(child)) {
                    visit.file(child); // beside cur and new lie only the mail server's own files
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + path, e);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        }
        names.sort(null);
        return names;
    }

    /** Tells how far the reading has come. */
    private static final class Counted extends FilterInputStream {
        private final Findings findings;

        Counted(InputStream in, Findings findings) {
            super(in);
            this.findings = findings;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            findings.read(Math.max(count, 0));
            return count;
        }
    }
}
