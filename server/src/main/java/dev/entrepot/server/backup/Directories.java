package dev.entrepot.server.backup;

import dev.entrepot.storage.durable.Durability;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to directories as wholes. */
final class Directories {
    /** For what a disk needs beside the bytes of files. */
    private static final long SPARE_BYTES = 16 << 20;

    private Directories() {}

    static boolean isEmpty(Path directory, List<String> except) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (var entries = Files.list(directory)) {
            return entries.allMatch(entry -> except.contains(entry.getFileName().toString()));
        }
    }

    /** @throws BackupRefused when the disk of {@code directory}, which need not be there yet, has less room */
    static void requireFree(Path directory, long bytes) throws IOException {
        Path there = directory;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        long free = Files.getFileStore(there).getUsableSpace();
        if (free < bytes + SPARE_BYTES) {
            throw new BackupRefused("%s has room for %,d bytes, and about %,d are needed"
                    .formatted(directory, free, bytes + SPARE_BYTES));
        }
    }

    /** Brings the entries of all directories in a tree to the disk. */
    static void force(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Durability.FSYNC.directory(directory);
                return super.postVisitDirectory(directory, failure);
            }
        });
    }

    /** Deletes what is in a directory. */
    static void clear(Path directory, List<String> except) throws IOException {
        if (Files.exists(directory)) {
            try (var entries = Files.newDirectoryStream(
                    directory, entry -> !except.contains(entry.getFileName().toString()))) {
                for (Path entry : entries) {
                    delete(entry);
                }
            }
        }
    }

    /** Deletes all that is there. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return super.postVisitDirectory(directory, failure);
            }
        });
    }
}
