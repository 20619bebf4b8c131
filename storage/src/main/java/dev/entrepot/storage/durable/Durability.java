package dev.entrepot.storage.durable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Brings file contents and directory entries from the page cache to the disk; returns when they are there. */
public interface Durability {
    /** What {@code fsync(2)} promises. */
    Durability FSYNC = new Durability() {
        @Override
        public void file(Path path, FileChannel channel) throws IOException {
            channel.force(true);
        }

        @Override
        public void directory(Path path) throws IOException {
            // Linux lets a directory be opened for reading and forced: that writes its entries.
            try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }

        @Override
        public ForcedTogether together(Path directory) throws IOException {
            var each = new EachForced(this);
            return FileSystemForced.isPossible(directory) ? FileSystemForced.open(directory, each) : each;
        }
    };

    /** Leaves it to somebody who does it later, for many files at a time. */
    Durability LATER = new Durability() {
        @Override
        public void file(Path path, FileChannel channel) {
            // later
        }

        @Override
        public void directory(Path path) {
            // later
        }
    };

    /** Forces the contents of {@code path}, which {@code channel} has written. */
    void file(Path path, FileChannel channel) throws IOException;

    /** Forces which names {@code path} holds: files created in, renamed into or deleted from it. */
    void directory(Path path) throws IOException;

    /** For files that will be written in {@code directory} and nowhere else until they are forced. */
    default ForcedTogether together(Path directory) throws IOException {
        return new EachForced(this);
    }
}
