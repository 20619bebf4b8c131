package dev.entrepot.storage.durable;

import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** A disk without room, which whoever runs the server can mend, told from what went wrong within the program. */
public final class FullDisk {
    /** The operating system's text, which is all that Java tells it by. */
    static final String REASON = "No space left on device";

    private static final int SQLITE_FULL = 13;
    private static final String POSTGRESQL_DISK_FULL = "53100";
    private static final int DEEPEST = 20;

    private FullDisk() {}

    /** Whether a file system or a database that had no room left made something fail. */
    public static boolean caused(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(FullDisk::isToldBy);
    }

    private static boolean isToldBy(Throwable cause) {
        return switch (cause) {
            case IOException file -> String.valueOf(file.getMessage()).endsWith(REASON);
            case SQLException database ->
                database.getErrorCode() == SQLITE_FULL || POSTGRESQL_DISK_FULL.equals(database.getSQLState());
            default -> false;
        };
    }
}
