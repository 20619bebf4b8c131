package dev.entrepot.storage.keys;

import dev.entrepot.storage.durable.Durability;
import dev.entrepot.storage.durable.SmallFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key files by name. Nothing is kept in memory, so that what another process changes holds at once. */
record KeyDirectory(Path directory) {
    private static final String SUFFIX = ".key";

    static KeyDirectory open(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                var ownerOnly = PosixFilePermissions.fromString("rwx------");
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(ownerOnly));
                Durability.FSYNC.directory(directory.toAbsolutePath().getParent());
            }
            return new KeyDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The key directory " + directory + " could not be opened", e);
        }
    }

    Optional<KeyFile> read(String name) {
        return read(path(name));
    }

    List<KeyFile> readAll() {
        var files = new ArrayList<KeyFile>();
        try (var paths = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            paths.forEach(path -> read(path).ifPresent(files::add));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The key directory " + directory + " could not be read", e);
        }
    }

    /** The file that is there afterwards: another's, when another thread or process was first. */
    KeyFile create(String name, KeyFile file) {
        try {
            SmallFile.create(path(name), file.values(), Durability.FSYNC);
        } catch (FileAlreadyExistsException _) {
            // its key is the key
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + path(name) + " could not be written", e);
        }
        return read(name).orElseThrow();
    }

    void replace(String name, KeyFile file) {
        try {
            SmallFile.replace(path(name), file.values(), Durability.FSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + path(name) + " could not be written", e);
        }
    }

    private static Optional<KeyFile> read(Path path) {
        try {
            return Optional.of(KeyFile.read(path));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + path + " could not be read", e);
        }
    }

    private Path path(String name) {
        return directory.resolve(name + SUFFIX);
    }
}
