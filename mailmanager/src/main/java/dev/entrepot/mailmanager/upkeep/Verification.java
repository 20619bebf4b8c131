package dev.entrepot.mailmanager.upkeep;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.message.ContentHash;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.mailmanager.message.MessageStore.Stored;
import dev.entrepot.mailmanager.pack.FrameCursor;
import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Hashes every stored byte of an archive anew and compares it with what was archived; it may go on beside everything else. */
public final class Verification {
    /** So many that a frame's messages are seldom among two lots, so few that they take some megabytes. */
    private static final int AT_A_TIME = 20_000;

    private final Database database;
    private final Packs packs;
    private final Consumer<Difference> report;
    private long messages;
    private long bytes;

    /** @param report told of each message that is not as it was archived */
    public Verification(Database database, Packs packs, Consumer<Difference> report) {
        this.database = database;
        this.packs = packs;
        this.report = report;
    }

    /**
     * A message that is not as it was archived.
     *
     * @param what is wrong, for a person
     */
    public record Difference(MessageId id, String what) {}

    /** What has been read and compared, differences included. */
    public record Verified(long messages, long bytes) {}

    /** Goes by the numbers of the messages, for these stay when packs are merged meanwhile. */
    public Verified verify(ArchiveRow archive) throws IOException {
        long arrivals = database.read(handle -> ArchiveStore.arrivals(handle, archive));
        for (long first = 1; first <= arrivals; first += AT_A_TIME) {
            long from = MessageId.number(archive.number(), first);
            long to = MessageId.number(archive.number(), Math.min(arrivals, first + AT_A_TIME - 1));
            try (FrameCursor cursor = packs.cursor(archive)) {
                for (Stored message : database.read(handle -> MessageStore.storedBetween(handle, from, to))) {
                    verify(message, cursor);
                }
            }
        }
        return new Verified(messages, bytes);
    }

    private void verify(Stored message, FrameCursor cursor) throws IOException {
        messages++;
        bytes += message.size();
        Optional<String> wrong = difference(message, cursor);
        if (wrong.isPresent()) {
            cursor.close();
            Optional<Stored> now = database.read(handle -> MessageStore.find(handle, message.id()))
                    .map(row -> new Stored(row.id(), row.place(), row.size(), row.hash()));
            if (now.isPresent() && !now.get().place().equals(message.place())) {
                wrong = difference(now.get(), cursor); // it has been moved meanwhile
            }
            if (now.isPresent() && wrong.isPresent()) {
                report.accept(new Difference(message.id(), wrong.get()));
            }
        }
    }

    private static Optional<String> difference(Stored message, FrameCursor cursor) {
        try (InputStream in = cursor.open(message.place(), message.size())) {
            ContentHash actual = ContentHash.of(in, message.size());
            return actual.equals(message.hash())
                    ? Optional.empty()
                    : Optional.of("SHA-256 is " + actual + " instead of " + message.hash());
        } catch (IOException | ObjectRequestFailed e) {
            return Optional.of("cannot be read: " + e.getMessage());
        }
    }
}
