package dev.entrepot.server.command;

import dev.entrepot.server.backup.BackupRefused;
import dev.entrepot.server.client.ClientFailed;
import dev.entrepot.server.configuration.InvalidConfiguration;
import dev.entrepot.server.http.CannotListen;
import dev.entrepot.storage.database.DataDirectoryInUse;
import dev.entrepot.storage.database.DatabaseUnavailable;
import dev.entrepot.storage.objects.MomentHeld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.slf4j.LoggerFactory;

/** What a person is told when a command could not be done. */
final class Failure {
    private Failure() {}

    static String sentence(RuntimeException failure) {
        return switch (failure) {
            case InvalidConfiguration e -> e.getMessage();
            case ArchiveDamaged e -> e.getMessage();
            case BackupRefused e -> e.getMessage();
            case MomentHeld e -> e.getMessage();
            case ClientFailed e -> e.getMessage();
            case CannotListen e -> e.getMessage();
            case DataDirectoryInUse e -> e.getMessage();
            case DatabaseUnavailable e -> e.getMessage();
            case UncheckedIOException e -> e.getMessage() + ": " + reason(e.getCause());
            default -> {
                // Nobody foresaw it, so whoever mends it needs the trace.
                LoggerFactory.getLogger(Failure.class).error("Unforeseen", failure);
                yield "Something unforeseen went wrong; the lines above say where";
            }
        };
    }

    /** The JDK's file exceptions name the file and leave the reason to their type. */
    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException e -> "permission denied for " + e.getFile();
            case FileAlreadyExistsException e -> e.getFile() + " is there and is no directory";
            case NoSuchFileException e -> "there is no " + e.getFile();
            case FileSystemException e when e.getReason() != null -> e.getReason() + ": " + e.getFile();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
