package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.contract.ExportState;
import dev.entrepot.mailmanager.export.ExportStore.Listing;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** The files beside the messages: status, manifest, errors and checksums (dossier, section 3.2), streamed a part at a time. */
final class Sidecars {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final Database database;
    private final ObjectStore objects;
    /** Held while an export's status is brought to what the database says. */
    private final ReentrantLock turn = new ReentrantLock();

    Sidecars(Database database, ObjectStore objects) {
        this.database = database;
        this.objects = objects;
    }

    /** Writes the status alone, before the first message. */
    void begin(ExportRow export) {
        if (export.hasSidecars()) {
            putStatus(export, ExportState.PREPROCESSING, new WrittenPart(0, 0, 0));
        }
    }

    /**
     * Writes the status of an export that goes on, as far as its parts have told; nothing for another one. Whoever comes while another thread
     * writes need not wait: there will be a next time.
     */
    void progress(String id) {
        if (!turn.tryLock()) {
            return;
        }
        try {
            underWay(id).ifPresent(export -> putStatus(export, ExportState.PROCESSING, total(export)));
        } finally {
            turn.unlock();
        }
    }

    private Optional<ExportRow> underWay(String id) {
        return database.read(handle -> ExportStore.state(handle, id).isPresent()
                ? Optional.<ExportRow>empty()
                : ExportStore.find(handle, id).filter(ExportRow::hasSidecars));
    }

    /** Writes all of them as far as the export has come. */
    WrittenPart end(ExportRow export, ExportState state) {
        WrittenPart total = total(export);
        if (export.hasSidecars()) {
            putAll(export, state, total);
        }
        return total;
    }

    private WrittenPart total(ExportRow export) {
        return database.read(handle -> ExportStore.total(handle, export.id()));
    }

    private void putAll(ExportRow export, ExportState state, WrittenPart total) {
        Layout layout = export.layout();
        var own = new StringJoiner("");
        own.add(put(export, layout.manifest(), Listing.MANIFEST));
        if (total.failed() > 0) {
            own.add(put(export, layout.errors(), Listing.ERRORS));
        }
        own.add(line(layout, layout.status(), Hashes.of(putStatus(export, state, total))));
        var checksums = new SequenceInputStream(
                lines(export, Listing.CHECKSUMS),
                new ByteArrayInputStream(own.toString().getBytes(StandardCharsets.UTF_8)));
        target(export).put(layout.checksums(), "text/plain", checksums);
    }

    /**
     * The same for an export that was ended before its finish, as far as its parts have told; nothing for another one. One thread does so at a
     * time, so that the last one knows most.
     */
    void close(String id) {
        turn.lock();
        try {
            Optional<ExportRow> export = database.read(handle -> ExportStore.find(handle, id));
            Optional<ExportState> state =
                    database.read(handle -> ExportStore.state(handle, id)).map(ExportState::of);
            if (export.isPresent() && state.isPresent() && state.get() != ExportState.COMPLETED) {
                end(export.get(), state.get());
            }
        } finally {
            turn.unlock();
        }
    }

    private byte[] putStatus(ExportRow export, ExportState state, WrittenPart total) {
        byte[] status = JsonText.object(json -> {
            json.writeStringField("state", state.value());
            json.writeNumberField("total", export.messages());
            json.writeNumberField("done", total.written());
            json.writeNumberField("failed", total.failed());
            json.writeNumberField("bytes", total.bytes());
            json.writeBooleanField("truncated", export.truncated());
            json.writeFieldName("settings");
            json.writeRawValue(new String(export.settings(), StandardCharsets.UTF_8));
        });
        target(export).put(export.layout().status(), JSON, new ByteArrayInputStream(status));
        return status;
    }

    /** @return its line in the checksums */
    private String put(ExportRow export, String key, Listing listing) {
        var content = new DigestInputStream(lines(export, listing), Hashes.sha256());
        target(export).put(key, LINES, content);
        return line(export.layout(), key, Hashes.text(content.getMessageDigest().digest()));
    }

    private static String line(Layout layout, String key, String hash) {
        return new String(Listings.checksum(hash, layout.belowPrefix(key)), StandardCharsets.UTF_8) + "\n";
    }

    private InputStream lines(ExportRow export, Listing listing) {
        int parts = database.read(handle -> ExportStore.parts(handle, export.id()));
        var each = IntStream.range(0, parts)
                .mapToObj(part ->
                        Lines.open(database.read(handle -> ExportStore.lines(handle, export.id(), part, listing))))
                .iterator();
        return Joined.of(each);
    }

    private Target target(ExportRow export) {
        return new Target(objects, export.owner(), export.layout());
    }
}
