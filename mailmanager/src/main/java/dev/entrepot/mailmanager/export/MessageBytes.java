package dev.entrepot.mailmanager.export;

import dev.entrepot.jobs.JobFailed;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.mailmanager.pack.FrameCursor;
import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads messages of an archive one after the other, each checked against its hash. */
final class MessageBytes implements AutoCloseable {
    private final Database database;
    private final FrameCursor cursor;

    MessageBytes(Database database, ArchiveRow archive, Packs packs) {
        this.database = database;
        this.cursor = packs.cursor(archive);
    }

    /** A message cannot be had; its message is for the export's owner. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** Should it have been moved to another pack meanwhile, it is found there; whatever else fails is tried once more. */
    byte[] read(MessageRow message) throws Unreadable {
        try {
            return readOnce(message);
        } catch (IOException | ObjectRequestFailed first) {
            List<MessageRow> now = database.read(
                    handle -> MessageStore.find(handle, List.of(message.id().number())));
            if (now.isEmpty()) {
                throw new Unreadable("The message is not in the archive any more.", first);
            }
            try {
                return readOnce(now.getFirst());
            } catch (IOException | ObjectRequestFailed again) {
                throw new Unreadable("The stored message is damaged.", again);
            }
        }
    }

    private byte[] readOnce(MessageRow message) throws IOException {
        var bytes = new byte[Math.toIntExact(message.size())]; // no second one besides, as when it had to grow
        try (InputStream from = message.hash().checking(cursor.open(message.place(), message.size()))) {
            from.readNBytes(bytes, 0, bytes.length);
            from.readAllBytes(); // none: at its end the hash is compared
            return bytes;
        } catch (IOException | ObjectRequestFailed failed) {
            close(); // a frame that is broken is begun anew
            if (failed instanceof ObjectRequestFailed refused && refused.error().source() == ObjectError.Source.KMS) {
                throw new JobFailed("KeyUnusable", "The archive's KMS key cannot be used.");
            }
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
