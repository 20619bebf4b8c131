package dev.entrepot.storage.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An object's file, complete and on the disk, but not yet under its name. */
record Draft(Path path, StoredObject object) implements AutoCloseable {
    /** Removes the file unless it has been renamed into place. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
