package dev.entrepot.cleanroomsml.export;

import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.cleanroomsml.source.S3Uri;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one export. They are written under the same names again when the export runs again, and go when it fails or is stopped.
 *
 * @param owner who gets the audience
 * @param directory the export's own, with a slash at its end
 */
record AudienceFiles(ObjectStore objects, Owner owner, S3Uri directory) {
    private static final Logger LOG = LoggerFactory.getLogger(AudienceFiles.class);
    private static final int LINES_A_FILE = 1_000_000;
    private static final PutOptions JSON_LINES = PutOptions.DEFAULT.contentType("application/x-ndjson");

    void write(Iterator<String> users, IntConsumer progress) {
        try {
            int number = 0;
            do {
                put("audience-%05d.jsonl".formatted(number++), new AudienceLines(users, LINES_A_FILE, progress));
            } while (users.hasNext());
        } catch (RuntimeException unfinished) {
            deleteAll();
            if (unfinished instanceof ObjectRequestFailed refused && refused.error() != ObjectError.INTERNAL_ERROR) {
                throw FailureCode.OUTPUT_WRITE_FAILED.because(
                        "The audience cannot be written to " + directory + ": " + refused.getMessage());
            }
            throw unfinished; // the disk's trouble may pass, and what is stopped has stopped
        }
    }

    private void put(String name, AudienceLines lines) {
        S3Uri file = directory.resolve(name);
        objects.put(Requester.of(owner), new ObjectLocation(file.bucket(), file.key()), JSON_LINES, lines);
    }

    private void deleteAll() {
        try {
            List<StoredObject> written;
            do {
                var query = ObjectListing.Query.prefix(directory.key());
                written = objects.list(Requester.of(owner), directory.bucket(), query)
                        .objects();
                written.forEach(file ->
                        objects.delete(Requester.of(owner), new ObjectLocation(directory.bucket(), file.key())));
            } while (!written.isEmpty());
        } catch (ObjectRequestFailed refused) {
            LOG.info("Of the export to {} files may remain: {}", directory, refused.getMessage());
        }
    }
}
