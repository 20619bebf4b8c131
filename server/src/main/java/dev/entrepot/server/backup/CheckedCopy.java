package dev.entrepot.server.backup;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.entrepot.storage.durable.Durability;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * What a file had when it was copied.
 *
 * @param sha256 in hex
 */
record CheckedCopy(long bytes, String sha256) {
    private static final int BUFFER_BYTES = 256 * 1024;

    /** Copies all of {@code source} to a new file, which only its owner can read and which is on the disk on return. */
    static CheckedCopy copy(FileChannel source, Path target) throws IOException {
        Files.createDirectories(
                target.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var file = FileChannel.open(target, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            var copy = read(source, buffer -> {
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            });
            Durability.FSYNC.file(target, file);
            return copy;
        }
    }

    /** Only looks at the file. */
    static CheckedCopy of(Path file) throws IOException {
        try (var source = FileChannel.open(file, READ)) {
            return read(source, buffer -> {});
        }
    }

    private interface Sink {
        void write(ByteBuffer buffer) throws IOException;
    }

    private static CheckedCopy read(FileChannel source, Sink sink) throws IOException {
        MessageDigest digest = digest();
        var buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long bytes = 0;
        while (source.read(buffer) >= 0) {
            buffer.flip();
            bytes += buffer.remaining();
            digest.update(buffer.array(), 0, buffer.limit());
            sink.write(buffer);
            buffer.clear();
        }
        return new CheckedCopy(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
