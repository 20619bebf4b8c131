package dev.entrepot.jobs;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.entrepot.storage.database.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Runs parts. The last one done of a job adds its finish, in the transaction that makes it the last. */
final class PartRuns {
    private static final String PART = "part";

    private final Database database;
    private final JobKinds kinds;
    private final JobSteps steps;
    private final Queues queues;
    private final InstantSource clock;
    private final BooleanSupplier closing;

    PartRuns(
            Database database,
            JobKinds kinds,
            JobSteps steps,
            Queues queues,
            InstantSource clock,
            BooleanSupplier closing) {
        this.database = database;
        this.kinds = kinds;
        this.steps = steps;
        this.queues = queues;
        this.clock = clock;
        this.closing = closing;
    }

    static void add(Handle handle, WorkQueue queue, JobId job, int first, int parts, Instant due) {
        queue.add(
                handle,
                PART,
                IntStream.range(first, first + parts)
                        .mapToObj(number -> new PartId(job, number).toString())
                        .toList(),
                due);
    }

    List<Task<?>> tasks(Attempts attempts) {
        return List.of(
                attempts.task(PART, instance -> PartId.parse(instance).job(), instance -> run(PartId.parse(instance))));
    }

    private void run(PartId part) throws Exception {
        Optional<JobKind<?, ?, ?>> kind = database.read(handle -> kinds.of(handle, part.job()));
        if (kind.isPresent()) {
            run(part, kind.get());
        }
    }

    private <Q, P, R> void run(PartId part, JobKind<Q, P, R> kind) throws Exception {
        Optional<RunningPart<Q, P>> begun =
                database.writeBatch(handle -> PartStore.begin(handle, part).map(run -> {
                    Job<Q> job = JobStore.find(handle, kind, part.job()).orElseThrow();
                    return new RunningPart<>(database, clock, closing, job, run, Json.read(run.request(), kind.part()));
                }));
        if (begun.isEmpty()) {
            return; // done already, by an earlier run of this task, or the job has ended
        }
        RunningPart<Q, P> run = begun.get();
        R result = kind.runPart(run);
        boolean last = database.writeBatch(handle -> {
            run.done(handle, Json.write(result));
            int open = JobStore.partDone(handle, part.job()).orElseThrow(() -> new JobCancelled(part.job()));
            if (open == 0) {
                steps.addFinish(handle, part.job());
            }
            return open == 0;
        });
        if (last) {
            queues.wake();
        }
    }
}
