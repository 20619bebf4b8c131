package dev.entrepot.server.backup;

import dev.entrepot.server.configuration.StoreConfiguration;
import java.nio.file.Path;

/** Where that lies what a backup holds. The rest of a data directory is made anew by every start. */
record Places(Path database, Path objects, Path mail, Path audiences, Path keys, Path catalog, Path collaborations) {
    static final Path DATABASE = Path.of("entrepot.sqlite");
    static final Path OBJECTS = Path.of("objects", "buckets");
    static final Path MAIL = Path.of("mail", "buckets");
    static final Path AUDIENCES = Path.of("audiences", "buckets");
    static final Path KEYS = Path.of("keys");
    /** Descriptions of tables, as whoever runs the server has written them. */
    static final Path CATALOG = Path.of("catalog");

    static final Path COLLABORATIONS = Path.of("collaborations.json");

    static Places of(StoreConfiguration stores) {
        Path data = stores.data();
        return new Places(
                data.resolve(DATABASE),
                stores.objects().resolve("buckets"),
                data.resolve(MAIL),
                data.resolve(AUDIENCES),
                data.resolve(KEYS),
                data.resolve(CATALOG),
                data.resolve(COLLABORATIONS));
    }

    /**
     * Where a backup's file goes.
     *
     * @throws BackupRefused when it is none
     */
    Path of(Path path) {
        if (path.startsWith(OBJECTS)) {
            return objects.resolve(OBJECTS.relativize(path));
        }
        if (path.startsWith(MAIL)) {
            return mail.resolve(MAIL.relativize(path));
        }
        if (path.startsWith(AUDIENCES)) {
            return audiences.resolve(AUDIENCES.relativize(path));
        }
        if (path.startsWith(KEYS)) {
            return keys.resolve(KEYS.relativize(path));
        }
        if (path.startsWith(CATALOG)) {
            return catalog.resolve(CATALOG.relativize(path));
        }
        if (path.equals(COLLABORATIONS)) {
            return collaborations;
        }
        if (!path.equals(DATABASE)) {
            throw new BackupRefused("The backup is damaged: no data directory has a " + path);
        }
        return database;
    }

    boolean holds(Path path) {
        return path.startsWith(database.getParent()) || path.startsWith(objects.getParent());
    }
}
