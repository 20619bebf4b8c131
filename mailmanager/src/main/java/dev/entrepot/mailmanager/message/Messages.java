package dev.entrepot.mailmanager.message;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.archive.Retention;
import dev.entrepot.mailmanager.hold.HoldStore;
import dev.entrepot.mailmanager.pack.FrameCursor;
import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds archived messages and reads their bytes. */
public final class Messages {
    private final Database database;
    private final Packs packs;
    private final InstantSource clock;

    public Messages(Database database, Packs packs, InstantSource clock) {
        this.database = database;
        this.packs = packs;
        this.clock = clock;
    }

    /** A message and the archive it is in. */
    public record Found(ArchiveRow archive, MessageRow message) {}

    /** Reads a message's bytes. */
    public interface Reading<T> {
        T from(InputStream bytes) throws IOException;
    }

    /** Nothing for a message whose archive is pending deletion, or whose time is over and that is not held. */
    public Optional<Found> find(MessageId id) {
        return database.read(handle -> find(handle, id));
    }

    private Optional<Found> find(Handle handle, MessageId id) {
        return ArchiveStore.find(handle, id.archive(), clock.instant())
                .filter(ArchiveRow::isActive)
                .filter(archive -> !Retention.isExpired(archive.retention(), id.received(), clock.instant())
                        || HoldStore.isMessageHeld(handle, id.number()))
                .flatMap(archive -> MessageStore.find(handle, id).map(message -> new Found(archive, message)));
    }

    /** @throws ObjectRequestFailed as {@link #open} does */
    public <T> T read(Found found, Reading<T> reading) {
        try (InputStream bytes = open(found)) {
            return reading.from(bytes);
        } catch (IOException e) {
            throw unreadable(found, e);
        }
    }

    /**
     * The bytes of a message, to be closed. Should it be moved to another pack at this very moment, it is found there.
     *
     * @throws ObjectRequestFailed when the store is unwell or the archive's key cannot be used
     */
    InputStream open(Found found) {
        try {
            return openWhereFound(found);
        } catch (ObjectRequestFailed failed) {
            if (failed.error() != ObjectError.NO_SUCH_KEY) {
                throw failed;
            }
            Found moved = find(found.message().id())
                    .filter(now -> now.message().place().pack()
                            != found.message().place().pack())
                    .orElseThrow(() -> failed);
            return openWhereFound(moved);
        }
    }

    private InputStream openWhereFound(Found found) {
        MessageRow message = found.message();
        FrameCursor cursor = packs.cursor(found.archive());
        try {
            return new FilterInputStream(cursor.open(message.place(), message.size())) {
                @Override
                public void close() throws IOException {
                    cursor.close();
                }
            };
        } catch (IOException e) {
            UncheckedIOException unreadable = unreadable(found, e);
            try {
                cursor.close();
            } catch (IOException alsoFailed) {
                unreadable.addSuppressed(alsoFailed);
            }
            throw unreadable;
        }
    }

    private static UncheckedIOException unreadable(Found found, IOException e) {
        return new UncheckedIOException("Message " + found.message().id() + " could not be read", e);
    }
}
