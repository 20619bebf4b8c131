package dev.entrepot.mailmanager.audit;

import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.auth.Caller;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what is done with archives, a method a kind of event (dossier, section 5.3). A change is recorded in the transaction that
 * makes it. A read is recorded before its answer: once the method returns the entry is on the disk, and what was read may be told.
 */
public final class Audit {
    private final Database database;
    private final InstantSource clock;

    public Audit(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param criteria filters and times, by the API's member names */
    public void searchStarted(
            Handle handle, Caller caller, String archiveId, String searchId, Map<String, String> criteria) {
        add(handle, caller, archiveId, "StartArchiveSearch", with(criteria, "SearchId", searchId), Optional.empty());
    }

    public void searchResultsRead(Caller caller, String archiveId, String searchId, long rows) {
        add(caller, archiveId, "GetArchiveSearchResults", Map.of("SearchId", searchId), Optional.of(rows));
    }

    /** @param criteria filters, times and destination, by the API's member names */
    public void exportStarted(
            Handle handle, Caller caller, String archiveId, String exportId, Map<String, String> criteria) {
        add(handle, caller, archiveId, "StartArchiveExport", with(criteria, "ExportId", exportId), Optional.empty());
    }

    /**
     * How many messages the caller has been given; in the transaction that ends the export, however it ends.
     *
     * @param caller who started it
     */
    public void exportEnded(
            Handle handle, Caller caller, String archiveId, String exportId, String state, long messages) {
        Map<String, String> details = Map.of("ExportId", exportId, "State", state);
        add(handle, caller, archiveId, "ArchiveExportEnded", details, Optional.of(messages));
    }

    public void messageRead(Caller caller, String archiveId, String messageId) {
        add(caller, archiveId, "GetArchiveMessage", message(messageId), Optional.empty());
    }

    public void messageContentRead(Caller caller, String archiveId, String messageId) {
        add(caller, archiveId, "GetArchiveMessageContent", message(messageId), Optional.empty());
    }

    /** By the link that was given to the caller. */
    public void messageDownloaded(Caller caller, String archiveId, String messageId) {
        add(caller, archiveId, "DownloadMessage", message(messageId), Optional.of(1L));
    }

    private static Map<String, String> message(String id) {
        return Map.of("ArchivedMessageId", id);
    }

    public void retentionChanged(Handle handle, Caller caller, String archiveId, String earlier, String now) {
        Map<String, String> details = Map.of("Retention", now, "EarlierRetention", earlier);
        add(handle, caller, archiveId, "UpdateArchive", details, Optional.empty());
    }

    public void archiveDeleted(Handle handle, Caller caller, String archiveId) {
        add(handle, caller, archiveId, "DeleteArchive", Map.of(), Optional.empty());
    }

    /** @param what the hold's reason and what it is on */
    public void holdPlaced(
            Handle handle, Caller caller, String archiveId, String holdId, Map<String, String> what, long messages) {
        add(handle, caller, archiveId, "PlaceHold", with(what, "HoldId", holdId), Optional.of(messages));
    }

    public void holdReleased(Handle handle, Caller caller, String archiveId, String holdId, long messages) {
        add(handle, caller, archiveId, "ReleaseHold", Map.of("HoldId", holdId), Optional.of(messages));
    }

    private static Map<String, String> with(Map<String, String> details, String name, String value) {
        var all = new TreeMap<>(details);
        all.put(name, value);
        return all;
    }

    private void add(
            Caller caller, String archiveId, String action, Map<String, String> details, Optional<Long> items) {
        // A batch, for on PostgreSQL readers of one archive shall wait for each other and not fail.
        database.writeBatch(handle -> {
            add(handle, caller, archiveId, action, details, items);
            return archiveId;
        });
    }

    private void add(
            Handle handle,
            Caller caller,
            String archiveId,
            String action,
            Map<String, String> details,
            Optional<Long> items) {
        var owner = new Owner(caller.account(), caller.region());
        AuditStore.add(handle, owner, archiveId, caller.accessKeyId(), action, details, items, clock.instant());
    }

    /**
     * The entries behind a number, oldest first; also of an archive that is gone.
     *
     * @param after 0 for the first ones
     */
    public List<AuditEntry> list(Owner owner, String archiveId, long after, int limit) {
        return database.read(handle -> AuditStore.list(handle, owner, archiveId, after, limit));
    }
}
