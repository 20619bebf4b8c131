package dev.entrepot.jobs;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.entrepot.storage.database.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The steps before and after a job's parts: the plan that makes them, and the finish that makes them count. */
final class JobSteps {
    private static final String PLAN = "plan";
    private static final String FINISH = "finish";

    private final Database database;
    private final JobKinds kinds;
    private final JobEnd ends;
    private final Queues queues;
    private final InstantSource clock;

    JobSteps(Database database, JobKinds kinds, JobEnd ends, Queues queues, InstantSource clock) {
        this.database = database;
        this.kinds = kinds;
        this.ends = ends;
        this.queues = queues;
        this.clock = clock;
    }

    void addPlan(Handle handle, JobId id) {
        queues.steps().add(handle, PLAN, List.of(id.toString()), clock.instant());
    }

    /** Its task bears the number of parts: the finish that finds more parts to do is not yet gone when theirs is added. */
    void addFinish(Handle handle, JobId id) {
        String instance = new PartId(id, PartStore.count(handle, id)).toString();
        queues.steps().add(handle, FINISH, List.of(instance), clock.instant());
    }

    List<Task<?>> tasks(Attempts attempts) {
        return List.of(
                attempts.task(PLAN, JobSteps::job, instance -> step(job(instance), this::plan)),
                attempts.task(
                        FINISH,
                        instance -> PartId.parse(instance).job(),
                        instance -> step(PartId.parse(instance).job(), this::finish)));
    }

    private static JobId job(String instance) {
        return new JobId(UUID.fromString(instance));
    }

    private interface Step {
        <Q, P, R> void run(JobId id, JobKind<Q, P, R> kind) throws Exception;
    }

    private void step(JobId id, Step step) throws Exception {
        Optional<JobKind<?, ?, ?>> kind = database.read(handle -> kinds.of(handle, id));
        if (kind.isPresent()) {
            step.run(id, kind.get());
        }
    }

    private <Q, P, R> void plan(JobId id, JobKind<Q, P, R> kind) throws Exception {
        if (!database.<Boolean>write(handle -> JobStore.prepare(handle, id, clock.instant()))) {
            return; // planned already, by an earlier run of this task, or cancelled
        }
        Plan<P> plan = kind.plan(job(id, kind));
        database.write(handle -> {
            if (JobStore.planned(handle, id, plan)) {
                kind.planned(handle, JobStore.find(handle, kind, id).orElseThrow());
                if (plan.parts().isEmpty()) {
                    addFinish(handle, id);
                } else {
                    addParts(handle, id, kind, plan.parts());
                }
            }
            return id;
        });
        queues.wake();
    }

    private <P> void addParts(Handle handle, JobId id, JobKind<?, P, ?> kind, List<P> parts) {
        int first = PartStore.count(handle, id);
        PartStore.add(handle, id, first, parts);
        WorkQueue queue = kind.isPrompt() ? queues.steps() : queues.parts();
        PartRuns.add(handle, queue, id, first, parts.size(), clock.instant());
    }

    private <Q, P, R> void finish(JobId id, JobKind<Q, P, R> kind) throws Exception {
        Job<Q> job = job(id, kind);
        if (job.state() != JobState.RUNNING) {
            return; // finished already, by an earlier run of this task, or cancelled
        }
        List<R> results = database.read(handle -> PartStore.results(handle, id, kind.result()));
        if (database.<Boolean>write(handle -> goOn(handle, job, kind, results))) {
            queues.wake();
            return;
        }
        kind.finish(job, results);
        database.write(handle -> {
            ends.succeed(handle, id);
            return id;
        });
    }

    /** Adds the parts that come next, if any; returns whether this is not yet the end. */
    private <Q, P, R> boolean goOn(Handle handle, Job<Q> job, JobKind<Q, P, R> kind, List<R> results) {
        if (!JobStore.isRunning(handle, job.id()) || PartStore.count(handle, job.id()) > results.size()) {
            return true; // another run of this task came first
        }
        List<P> more = kind.next(handle, job, results);
        if (!more.isEmpty()) {
            JobStore.reopen(handle, job.id(), more.size());
            addParts(handle, job.id(), kind, more);
        }
        return !more.isEmpty();
    }

    private <Q> Job<Q> job(JobId id, JobKind<Q, ?, ?> kind) {
        return database.read(handle -> JobStore.find(handle, kind, id).orElseThrow());
    }
}
