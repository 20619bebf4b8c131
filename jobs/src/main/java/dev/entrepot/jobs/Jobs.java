package dev.entrepot.jobs;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Dialect;
import dev.entrepot.storage.database.Migrations;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bulk-job engine of one node: takes jobs, does them on its own threads, tells how they stand. */
public final class Jobs implements AutoCloseable {
    /** The tables the database must have. */
    public static final Migrations MIGRATIONS = Migrations.of("jobs", "V1__jobs.sql", "V2__origin.sql");

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** Steps are short and mostly wait for the disk; beside them run the parts of jobs that somebody waits for. */
    private static final int STEP_THREADS = 4;

    private final Database database;
    private final JobKinds kinds;
    private final InstantSource clock;
    private final Supplier<Optional<Origin>> origins;
    private final Queues queues;
    private final JobEnd ends;
    private final JobSteps steps;
    private final AtomicBoolean closing = new AtomicBoolean();

    private Jobs(Database database, JobKinds kinds, InstantSource clock, Supplier<Optional<Origin>> origins) {
        this.database = database;
        this.kinds = kinds;
        this.clock = clock;
        this.origins = origins;
        this.queues = Queues.of(database);
        this.ends = new JobEnd(kinds, clock);
        this.steps = new JobSteps(database, kinds, ends, queues, clock);
    }

    /**
     * Starts the engine; work that an earlier process left goes on at once. A SQLite database has one engine at a time
     * ({@code DataDirectory.lock}), a PostgreSQL database one on each node.
     */
    public static Jobs start(
            Database database, List<JobKind<?, ?, ?>> kinds, InstantSource clock, JobSettings settings) {
        return start(database, kinds, List.of(), clock, settings, Optional::empty);
    }

    /**
     * The same, with work that recurs.
     *
     * @param origins what request the thread is answering that submits a job
     */
    public static Jobs start(
            Database database,
            List<JobKind<?, ?, ?>> kinds,
            List<RecurringWork> recurring,
            InstantSource clock,
            JobSettings settings,
            Supplier<Optional<Origin>> origins) {
        JobKinds known = new JobKinds(kinds);
        Jobs jobs = new Jobs(database, known, clock, origins);
        jobs.run(known, recurring, settings);
        return jobs;
    }

    private void run(JobKinds kinds, List<RecurringWork> recurring, JobSettings settings) {
        if (database.dialect() == Dialect.SQLITE) {
            database.write(
                    handle -> queues.steps().release(handle) + queues.parts().release(handle));
        }
        Attempts attempts = new Attempts(database, ends, clock, closing::get);
        PartRuns parts = new PartRuns(database, kinds, steps, queues, clock, closing::get);
        List<Task<?>> prompt = Stream.concat(steps.tasks(attempts).stream(), parts.tasks(attempts).stream())
                .toList();
        queues.steps().start(prompt, List.of(), STEP_THREADS, settings, clock);
        queues.parts().start(parts.tasks(attempts), tasks(recurring), settings.partThreads(), settings, clock);
    }

    private List<RecurringTask<?>> tasks(List<RecurringWork> recurring) {
        return recurring.stream()
                .<RecurringTask<?>>map(work -> Tasks.recurring(work.name(), FixedDelay.of(work.every()))
                        .execute((instance, context) -> run(work)))
                .toList();
    }

    private void run(RecurringWork work) {
        try {
            work.run(closing::get);
        } catch (Exception e) {
            LOG.warn("{} failed", work.name(), e);
        }
    }

    /**
     * Runs {@code work} as one transaction ({@code Database.write}) in which jobs may be submitted. They start as soon as it
     * has committed; an exception from it undoes all and comes out unchanged.
     */
    public <T> T submit(Function<Submission, T> work) {
        Optional<Origin> origin = origins.get(); // here, for the transaction may run in another thread
        T answer = database.write(handle -> work.apply(new Submission(handle, steps, ends, clock.instant(), origin)));
        queues.wake();
        return answer;
    }

    /** Nothing for another owner's job, as for one that never was. */
    public <Q> Optional<Job<Q>> find(Owner owner, JobKind<Q, ?, ?> kind, JobId id) {
        return database.read(handle -> find(handle, owner, kind, id));
    }

    /** A job of whatever kind, for those who show how far it has come. */
    public Optional<Job<?>> find(Owner owner, JobId id) {
        return database.read(handle -> kinds.of(handle, id).flatMap(kind -> find(handle, owner, kind, id)));
    }

    private static <Q> Optional<Job<Q>> find(Handle handle, Owner owner, JobKind<Q, ?, ?> kind, JobId id) {
        return JobStore.find(handle, kind, id).filter(job -> job.owner().equals(owner));
    }

    /** In the order of request. */
    public <Q> List<Job<Q>> list(Owner owner, JobKind<Q, ?, ?> kind, JobFilter filter) {
        return database.read(handle -> JobStore.list(handle, owner, kind, filter));
    }

    /** The latest first, those before {@code before} only. */
    public <Q> List<Job<Q>> latest(
            Owner owner, JobKind<Q, ?, ?> kind, Optional<String> subject, Optional<JobPosition> before, int limit) {
        return database.read(handle -> JobStore.latest(handle, owner, kind, subject, false, before, limit));
    }

    /** Jobs of whatever kind, the latest first, those before {@code before} only. */
    public List<Job<?>> latest(Owner owner, boolean onlyActive, Optional<JobPosition> before, int limit) {
        return database.read(handle -> kinds.all().stream()
                .<Job<?>>flatMap(kind ->
                        JobStore.latest(handle, owner, kind, Optional.empty(), onlyActive, before, limit).stream())
                .sorted(Comparator.comparing((Job<?> job) -> job.requestedAt())
                        .thenComparing(job -> job.id().toString())
                        .reversed())
                .limit(limit)
                .toList());
    }

    /** For those who watch over all: reads every job's row. */
    public JobStatistics statistics() {
        return database.read(handle -> JobStatistics.read(handle, queues));
    }

    /** How many jobs were requested since a moment, that moment included, however they ended: for quotas. */
    public long count(
            Handle handle, Owner owner, JobKind<?, ?, ?> kind, Optional<String> subject, Instant requestedSince) {
        return JobStore.count(handle, owner, kind.name(), subject, requestedSince);
    }

    /** Whether any job about {@code subject} has not ended. */
    public boolean active(Handle handle, Owner owner, JobKind<?, ?, ?> kind, String subject) {
        return JobStore.active(handle, owner, kind.name(), subject);
    }

    /** How many jobs have not ended. */
    public int active(Handle handle, Owner owner, JobKind<?, ?, ?> kind) {
        return JobStore.active(handle, owner, kind.name());
    }

    /**
     * Ends a job as cancelled. From then on it applies no further batch; a part that writes elsewhere stops within half a
     * second. Returns the job as it stands after, ended already or by this; nothing as in {@link #find}.
     */
    public <Q> Optional<Job<Q>> cancel(Owner owner, JobKind<Q, ?, ?> kind, JobId id) {
        return database.write(handle -> {
            if (find(handle, owner, kind, id).isEmpty()) {
                return Optional.empty();
            }
            ends.cancel(handle, id);
            return find(handle, owner, kind, id);
        });
    }

    /**
     * {@link #cancel} of a job of whatever kind.
     *
     * @throws JobNotStoppable when its kind does not allow it
     */
    public Optional<Job<?>> stop(Owner owner, JobId id) {
        return database.read(handle -> kinds.of(handle, id))
                .filter(kind -> find(owner, kind, id).isPresent())
                .flatMap(kind -> {
                    if (!kind.stoppable()) {
                        throw new JobNotStoppable(kind.name());
                    }
                    return cancel(owner, kind, id);
                });
    }

    /** Whether {@link #stop} would end the job before its time. */
    public boolean isStoppable(Job<?> job) {
        return !job.state().ended() && kinds.of(job).stoppable();
    }

    /** Cancels every job about {@code subject} that has not ended, in a running transaction ({@code Database.write}). */
    public void cancelAll(Handle handle, Owner owner, JobKind<?, ?, ?> kind, String subject) {
        JobStore.activeIds(handle, owner, kind.name(), subject).forEach(id -> ends.cancel(handle, id));
    }

    /** Looks for due work now; a clock that was set has made some due. */
    void wake() {
        queues.wake();
    }

    /** Stops parts at their next report or commit; they go on from their checkpoints on another node or the next start. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            queues.close();
        }
    }
}
