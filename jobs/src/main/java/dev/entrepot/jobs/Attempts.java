package dev.entrepot.jobs;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.entrepot.storage.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs a piece of a job and decides what becomes of its task: done, tried again, or the end of the job. */
final class Attempts implements DeadExecutionHandler<Void> {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final int LIMIT = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Database database;
    private final JobEnd ends;
    private final InstantSource clock;
    private final BooleanSupplier closing;

    Attempts(Database database, JobEnd ends, InstantSource clock, BooleanSupplier closing) {
        this.database = database;
        this.ends = ends;
        this.clock = clock;
        this.closing = closing;
    }

    /** A piece of a job, named by its task's instance. */
    interface Work {
        void run(String instance) throws Exception;
    }

    Task<?> task(String name, Function<String, JobId> jobOf, Work work) {
        return Tasks.custom(name, Void.class).onDeadExecution(this).execute((instance, context) -> {
            JobId job = jobOf.apply(instance.getId());
            try (var _ = MDC.putCloseable("job", job.toString())) {
                return run(job, context.getExecution(), work);
            }
        });
    }

    private CompletionHandler<Void> run(JobId job, Execution execution, Work work) {
        try {
            work.run(execution.getId());
            return Attempts::remove;
        } catch (JobCancelled e) {
            return Attempts::remove;
        } catch (PartSuperseded e) {
            return (complete, operations) -> {}; // the task is another run's now
        } catch (JobFailed e) {
            fail(job, e.failure());
            return Attempts::remove;
        } catch (Throwable e) { // an Error too: its thread must serve the next job
            return closing.getAsBoolean() ? this::again : failed(job, execution, e);
        }
    }

    private CompletionHandler<Void> failed(JobId job, Execution execution, Throwable cause) {
        int failures = execution.consecutiveFailures + 1;
        LOG.warn("Attempt {} of {} at {} failed", failures, LIMIT, execution.taskInstance, cause);
        if (failures >= LIMIT) {
            fail(job, JobFailure.unexpected(cause));
            return Attempts::remove;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (failures - 1) * 2);
        return (complete, operations) -> {
            Instant now = clock.instant();
            operations.reschedule(ExecutionComplete.failure(execution, now, now, cause), now.plus(pause));
        };
    }

    private void fail(JobId job, JobFailure failure) {
        database.write(handle -> {
            ends.fail(handle, job, failure);
            return job;
        });
    }

    private static void remove(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        try {
            operations.remove();
        } catch (ExecutionException e) {
            LOG.info("{} had been given up for dead and taken over", complete.getExecution().taskInstance);
        }
    }

    /** Its node died; that says nothing against the work. */
    @Override
    public void deadExecution(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        again(complete, operations);
    }

    private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Instant now = clock.instant();
        operations.reschedule(ExecutionComplete.success(complete.getExecution(), now, now), now);
    }
}
