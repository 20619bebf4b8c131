package dev.entrepot.mailmanager.smtp;

import dev.entrepot.mailmanager.pack.Content;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a message while it comes in: a small one in memory, a larger one in a file, which goes when this is closed. Whatever goes wrong, a
 * client's bytes can be written to their end, so that it can be told afterwards.
 */
final class Spool extends OutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path directory;
    private final MailLimits limits;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private OutputStream out = memory;
    private @Nullable Path file;
    private long size;
    private boolean failed;

    Spool(Path directory, MailLimits limits) {
        this.directory = directory;
        this.limits = limits;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        size += length;
        if (isTooLarge() || failed) {
            memory.reset();
            return;
        }
        try {
            if (file == null && size > limits.memoryBytes()) {
                file = Files.createTempFile(directory, "message", ".eml");
                out = new BufferedOutputStream(Files.newOutputStream(file), 64 * 1024);
                memory.writeTo(out);
                memory.reset();
            }
            out.write(bytes, offset, length);
        } catch (IOException e) {
            fail(e);
        }
    }

    boolean isTooLarge() {
        return size > limits.messageBytes();
    }

    /** The whole message; to be read before this is closed. */
    Content content() throws Refused {
        if (isTooLarge()) {
            throw new Refused(Reply.TOO_LARGE);
        }
        try {
            out.flush();
        } catch (IOException e) {
            fail(e);
        }
        if (failed) {
            throw new Refused(452, "4.3.1", "There is no room for the message; try again later");
        }
        return file == null ? Content.of(memory.toByteArray()) : Content.of(file);
    }

    private void fail(IOException e) {
        LOG.warn("A message could not be held in {}", directory, e);
        failed = true;
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                out.close();
            } catch (IOException e) {
                // what it holds is not wanted any more
            }
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("{} could not be deleted", file, e);
            }
        }
    }
}
