package dev.entrepot.mailmanager.upkeep;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.message.ContentHash;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.mailmanager.message.MessageStore.Stored;
import dev.entrepot.mailmanager.pack.FrameCursor;
import dev.entrepot.mailmanager.pack.PackRow;
import dev.entrepot.mailmanager.pack.PackStore;
import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hashes every stored byte of an archive anew and compares it with what was archived; it may go on beside everything else. */
public final class Verification {
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

    public Verified verify(ArchiveRow archive) throws IOException {
        for (PackRow pack : database.read(handle -> PackStore.list(handle, archive.number()))) {
            List<Stored> stored = database.read(handle -> MessageStore.inPack(handle, pack));
            try (FrameCursor cursor = packs.cursor(archive)) {
                for (Stored message : stored) {
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
