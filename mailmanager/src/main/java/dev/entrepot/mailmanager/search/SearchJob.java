package dev.entrepot.mailmanager.search;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.JobState;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.mailmanager.selection.Selection;
import dev.entrepot.storage.database.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A search in one part, which reads one moment of the archive and then keeps all it has found at once. */
final class SearchJob implements JobKind<SearchRequest, SearchJob.Wholly, SearchJob.Found> {
    private final Database database;
    private final InstantSource clock;

    SearchJob(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The one part; {@code most} it may find. */
    record Wholly(int most) {}

    record Found(int hits) {}

    @Override
    public String name() {
        return "mailmanager-search";
    }

    @Override
    public Class<SearchRequest> request() {
        return SearchRequest.class;
    }

    @Override
    public Class<Wholly> part() {
        return Wholly.class;
    }

    @Override
    public Class<Found> result() {
        return Found.class;
    }

    @Override
    public boolean isPrompt() {
        return true;
    }

    @Override
    public Plan<Wholly> plan(Job<SearchRequest> job) {
        int most = job.request().maxResults();
        List<Wholly> parts = most == 0 ? List.of() : List.of(new Wholly(most));
        return new Plan<>(parts, 0, 0, job.requestedAt());
    }

    @Override
    public Found runPart(PartRun<SearchRequest, Wholly> run) {
        List<MessageRow> found = database.read(handle -> find(handle, run));
        run.commit(
                "",
                new Counts(found.size(), 0, 0),
                handle -> SearchStore.put(handle, run.job().id(), found));
        return new Found(found.size());
    }

    private List<MessageRow> find(Handle handle, PartRun<SearchRequest, Wholly> run) {
        Instant now = clock.instant();
        ArchiveRow archive = ArchiveStore.find(
                        handle, run.job().owner(), run.job().subject(), now)
                .filter(ArchiveRow::isActive)
                .orElseThrow(() -> new JobFailed("ArchiveDeleted", "The archive has been deleted."));
        var found = new ArrayList<MessageRow>();
        new Selection(archive, run.job().request().criteria(), now)
                .newestFirst(handle, run::checkCancelled, message -> {
                    found.add(message);
                    return found.size() < run.part().most();
                });
        return found;
    }

    @Override
    public void finish(Job<SearchRequest> job, List<Found> results) {
        // The part has kept what it found.
    }

    @Override
    public void ended(Handle handle, Job<SearchRequest> job) {
        if (job.state() != JobState.SUCCEEDED) {
            SearchStore.remove(handle, job.id());
        }
    }

    @Override
    public void forgotten(Handle handle, JobId id) {
        SearchStore.remove(handle, id);
    }
}
