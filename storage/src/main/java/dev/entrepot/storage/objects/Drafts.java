package dev.entrepot.storage.objects;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.entrepot.storage.durable.Durability;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes objects' files, each once: bytes (encrypted when asked), footer, force. */
final class Drafts {
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int SMALL_BUFFER_BYTES = 16 * 1024;
    /** A small object's bytes and its footer are one write. */
    private static final int TOGETHER_BYTES = 32 * 1024;

    private final Supplier<Path> newPaths;
    private final Envelope envelope;
    private final InstantSource clock;
    private final Durability durability;

    /** @param newPaths of files that are not there */
    Drafts(Supplier<Path> newPaths, Envelope envelope, InstantSource clock, Durability durability) {
        this.newPaths = newPaths;
        this.envelope = envelope;
        this.clock = clock;
        this.durability = durability;
    }

    /** Gives the bytes of an object. */
    interface Source {
        /** @throws IOException when the disk failed; failures of a caller's stream come unchecked */
        Written writeTo(OutputStream plain, FileChannel file) throws IOException;
    }

    /** @param md5 unless the object is made of parts */
    record Written(long size, String etag, Optional<Md5> md5) {}

    Draft fromStream(Requester requester, ObjectLocation location, PutOptions options, InputStream source)
            throws IOException {
        return write(requester, location, options, (plain, _) -> copy(source, plain, options));
    }

    Draft write(Requester requester, ObjectLocation location, PutOptions options, Source source) throws IOException {
        var sealing = envelope.seal(requester, options.encryption());
        Path path = newPaths.get();
        try (var file = FileChannel.open(path, CREATE_NEW, WRITE)) {
            var stored = new BufferedOutputStream(Channels.newOutputStream(file), TOGETHER_BYTES);
            Written written;
            try (var plain = sealing.encrypting(location, new Unclosed(stored))) {
                written = source.writeTo(plain, file);
            }
            var object = new StoredObject(
                    location.key(),
                    written.size,
                    written.etag,
                    written.md5,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    sealing.encryption(),
                    options.headers());
            stored.write(new Footer(object, sealing.sealedKey()).encode());
            stored.flush();
            durability.file(path, file);
            return new Draft(path, object);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static Written copy(InputStream source, OutputStream target, PutOptions options) throws IOException {
        var digest = Md5.digest();
        long small = options.length().orElse(Long.MAX_VALUE);
        var buffer = new byte[small <= SMALL_BUFFER_BYTES ? SMALL_BUFFER_BYTES : BUFFER_BYTES];
        long size = 0;
        for (int count = read(source, buffer); count >= 0; count = read(source, buffer)) {
            digest.update(buffer, 0, count);
            target.write(buffer, 0, count);
            size += count;
        }
        if (options.length().isPresent() && options.length().getAsLong() != size) {
            throw new ObjectRequestFailed(
                    ObjectError.INCOMPLETE_BODY,
                    "You did not provide the number of bytes specified: " + size + " instead of "
                            + options.length().getAsLong());
        }
        var md5 = Md5.of(digest.digest());
        if (options.md5().isPresent() && !options.md5().get().equals(md5)) {
            throw new ObjectRequestFailed(
                    ObjectError.BAD_DIGEST, "The Content-MD5 you specified did not match what we received.");
        }
        return new Written(size, md5.hex(), Optional.of(md5));
    }

    /** Fills the buffer as far as it goes, so that a source of small reads does not make small writes. */
    private static int read(InputStream source, byte[] buffer) {
        try {
            int count = source.readNBytes(buffer, 0, buffer.length);
            return count == 0 ? -1 : count;
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes of the object could not be read from their source", e);
        }
    }

    /** Lets a cipher stream end without closing the file it writes to. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream target;

        Unclosed(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            target.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            target.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
