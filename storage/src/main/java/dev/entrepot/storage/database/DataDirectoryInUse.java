package dev.entrepot.storage.database;

import java.nio.file.Path;

/** Another process serves this data directory. */
public final class DataDirectoryInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataDirectoryInUse(Path directory) {
        super("The data directory " + directory.toAbsolutePath()
                + " is served by another process; stop that one or choose another directory");
    }
}
