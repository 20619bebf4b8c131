package dev.entrepot.storage.objects;

import dev.entrepot.storage.durable.Durability;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Writes objects' files, each once: bytes (encrypted when asked), footer, force. */
final class Drafts {
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int SMALL_BYTES = 32 * 1024;
    /** As much as nearly every footer has. */
    private static final int FOOTER_BYTES = 1024;

    private final NewFiles newFiles;
    private final Envelope envelope;
    private final InstantSource clock;
    private final Durability durability;

    /** @param newFiles what is written */
    Drafts(NewFiles newFiles, Envelope envelope, InstantSource clock, Durability durability) {
        this.newFiles = newFiles;
        this.envelope = envelope;
        this.clock = clock;
        this.durability = durability;
    }

    /** Makes files to write to. */
    interface NewFiles {
        NewFile create() throws IOException;
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
        boolean plain = options.encryption().equals(ServerSideEncryption.NONE);
        return plain && isSmall(options)
                ? small(location, options, source)
                : write(requester, location, options, (target, _) -> copy(source, target, options));
    }

    /** Its bytes and its footer are one write. */
    private Draft small(ObjectLocation location, PutOptions options, InputStream source) throws IOException {
        var content = new ByteArrayOutputStream(smallBytes(options) + FOOTER_BYTES);
        Written written = copy(source, content, options);
        StoredObject object = object(location, options, written, ServerSideEncryption.NONE);
        content.writeBytes(new Footer(object, Optional.empty()).encode());
        NewFile newFile = newFiles.create();
        try {
            newFile.write(content.toByteArray(), durability);
            return new Draft(newFile, object);
        } catch (IOException | RuntimeException e) {
            newFile.close();
            throw e;
        }
    }

    private StoredObject object(
            ObjectLocation location, PutOptions options, Written written, ServerSideEncryption encryption) {
        return new StoredObject(
                location.key(),
                written.size,
                written.etag,
                written.md5,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                encryption,
                options.headers());
    }

    Draft write(Requester requester, ObjectLocation location, PutOptions options, Source source) throws IOException {
        var sealing = envelope.seal(requester, options.encryption());
        NewFile newFile = newFiles.create();
        try (var file = newFile.open()) {
            var stored = Channels.newOutputStream(file);
            Written written;
            try (var plain = sealing.encrypting(location, new Unclosed(stored))) {
                written = source.writeTo(plain, file);
            }
            StoredObject object = object(location, options, written, sealing.encryption());
            stored.write(new Footer(object, sealing.sealedKey()).encode());
            durability.file(newFile.path(), file);
            return new Draft(newFile, object);
        } catch (IOException | RuntimeException e) {
            newFile.close();
            throw e;
        }
    }

    private static boolean isSmall(PutOptions options) {
        return options.length().orElse(Long.MAX_VALUE) <= SMALL_BYTES;
    }

    private static int smallBytes(PutOptions options) {
        return Math.toIntExact(options.length().orElseThrow());
    }

    private static Written copy(InputStream source, OutputStream target, PutOptions options) throws IOException {
        var digest = Md5.digest();
        var buffer = new byte[isSmall(options) ? smallBytes(options) + 1 : BUFFER_BYTES];
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
