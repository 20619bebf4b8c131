package dev.entrepot.storage.objects;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.entrepot.storage.durable.Durability;
import dev.entrepot.storage.durable.NamelessFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that is written before it gets its name. */
sealed interface NewFile extends AutoCloseable {
    /** Where it is to be found until it has its name. */
    Path path();

    /** To write it. */
    FileChannel open() throws IOException;

    /** Writes it whole; what forces it may do that now or has somebody else do it. */
    void write(byte[] content, Durability durability) throws IOException;

    /** Gives it its name, at once and over whichever file has that. */
    void move(Path name) throws IOException;

    /** Removes it unless it has its name. */
    @Override
    void close() throws IOException;

    /** @param path where no file is */
    record Scratched(Path path) implements NewFile {
        @Override
        public FileChannel open() throws IOException {
            return FileChannel.open(path, CREATE_NEW, WRITE);
        }

        @Override
        public void write(byte[] content, Durability durability) throws IOException {
            try (var file = open()) {
                Channels.newOutputStream(file).write(content);
                durability.file(path, file);
            }
        }

        @Override
        public void move(Path name) throws IOException {
            Files.move(path, name, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /**
     * Of a batch, which forces it.
     *
     * @param directory of the same file system
     */
    record Nameless(NamelessFile file, Path directory) implements NewFile {
        @Override
        public Path path() {
            return file.path();
        }

        @Override
        public FileChannel open() throws IOException {
            return FileChannel.open(path(), WRITE);
        }

        /** Leaves it to the batch to force it. */
        @Override
        public void write(byte[] content, Durability durability) throws IOException {
            file.write(content);
        }

        @Override
        public void move(Path name) throws IOException {
            try {
                file.link(name);
            } catch (FileAlreadyExistsException _) {
                Path second = directory.resolve(UUID.randomUUID().toString());
                file.link(second);
                try {
                    Files.move(second, name, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(second); // there only when it could not be moved
                }
            }
            file.close();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
