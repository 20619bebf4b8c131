package dev.entrepot.sesv2.event;

import dev.entrepot.sesv2.event.contract.Reject;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes in the records of one body, some in a transaction. */
final class EventIntake {
    private static final int EVENTS_AT_A_TIME = 5_000;
    private static final int REJECTS_TOLD = 100;

    private final Database database;
    private final Owner owner;
    private final List<Event> events = new ArrayList<>();
    /** Where the events of each record end in {@link #events}. */
    private final List<Integer> ends = new ArrayList<>();

    private final List<Reject> rejects = new ArrayList<>();
    private int accepted;
    private int duplicate;
    private int rejected;

    private EventIntake(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    /**
     * What became of the records.
     *
     * @param rejects the first of the rejected
     */
    record Counts(int accepted, int duplicate, int rejected, List<Reject> rejects) {}

    static Counts take(Database database, Owner owner, InputStream records) throws IOException {
        var intake = new EventIntake(database, owner);
        var objects = new JsonObjects(records);
        for (Optional<JsonObjects.Piece> piece = objects.next(); piece.isPresent(); piece = objects.next()) {
            intake.take(piece.get());
        }
        intake.commit();
        return new Counts(intake.accepted, intake.duplicate, intake.rejected, intake.rejects);
    }

    private void take(JsonObjects.Piece piece) {
        try {
            piece.defect().ifPresent(defect -> {
                throw new RecordInvalid(defect);
            });
            events.addAll(EventRecord.read(piece.bytes()));
            ends.add(events.size());
        } catch (RecordInvalid invalid) {
            reject(piece.line(), String.valueOf(invalid.getMessage()));
        }
        if (events.size() >= EVENTS_AT_A_TIME) {
            commit();
        }
    }

    private void reject(long line, String reason) {
        rejected++;
        if (rejects.size() < REJECTS_TOLD) {
            rejects.add(new Reject(Math.toIntExact(line), reason));
        }
    }

    private void commit() {
        if (events.isEmpty()) {
            return;
        }
        int[] added = database.writeBatch(handle -> EventStore.add(handle, owner, events));
        int begin = 0;
        for (int end : ends) {
            int news = 0;
            for (int i = begin; i < end; i++) {
                news += added[i];
            }
            accepted += news > 0 ? 1 : 0;
            duplicate += news > 0 ? 0 : 1;
            begin = end;
        }
        events.clear();
        ends.clear();
    }
}
