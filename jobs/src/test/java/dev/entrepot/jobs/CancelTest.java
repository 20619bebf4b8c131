package dev.entrepot.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.jobs.SumKind.Request;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A cancelled job ends at once, and nothing it still has under way takes effect. */
class CancelTest {
    private final SettableClock clock = new SettableClock();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<Throwable> end = new AtomicReference<>();

    @OnEveryDatabase
    void noBatchIsAppliedAfterACancel(TestDatabase test) throws Exception {
        SumKind kind = new SumKind() {
            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) throws Exception {
                if (from == 10) {
                    running.countDown();
                    goOn.await();
                    try {
                        importBatch(run, from, from + 10);
                    } catch (RunEnded e) {
                        end.set(e);
                        throw e;
                    } finally {
                        stopped.countDown();
                    }
                }
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            JobId id = Scene.submit(jobs, kind, 1, 50).id();
            running.await();
            Job<Request> cancelled = jobs.cancel(Scene.OWNER, kind, id).orElseThrow();
            assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
            goOn.countDown();
            stopped.await();
            assertThat(end.get()).isInstanceOf(JobCancelled.class);
            assertThat(Scene.now(jobs, kind, id).done()).isEqualTo(new Counts(10, 0, 80));
            scene.assertImportedOnce(id, 10);
            assertThat(kind.ended).containsExactly(JobState.CANCELLED);
            assertThat(kind.finished).isEmpty();
        }
    }

    // An export commits nothing to the database; it has to hear of the cancel while it reports records.
    @OnEveryDatabase
    void aPartThatOnlyReportsHearsOfACancelWithinASecond(TestDatabase test) throws Exception {
        SumKind kind = new SumKind() {
            @Override
            public Sum runPart(PartRun<Request, Range> run) throws Exception {
                run.progress(new Counts(7, 0, 70));
                running.countDown();
                goOn.await();
                clock.advance(Duration.ofMillis(999));
                try {
                    run.progress(new Counts(1, 0, 10));
                } catch (RunEnded e) {
                    end.set(e);
                    throw e;
                } finally {
                    stopped.countDown();
                }
                return new Sum(0);
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            JobId id = Scene.submit(jobs, kind, 1, 50).id();
            running.await();
            jobs.cancel(Scene.OWNER, kind, id);
            goOn.countDown();
            stopped.await();
            assertThat(end.get()).isInstanceOf(JobCancelled.class);
            assertThat(Scene.now(jobs, kind, id).state()).isEqualTo(JobState.CANCELLED);
        }
    }

    @OnEveryDatabase
    void cancellingAnEndedJobChangesNothing(TestDatabase test) {
        SumKind kind = new SumKind();
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            Job<Request> job =
                    Scene.awaitEnd(jobs, kind, Scene.submit(jobs, kind, 1, 10).id());
            assertThat(jobs.cancel(Scene.OWNER, kind, job.id())).hasValue(job);
            assertThat(kind.ended).containsExactly(JobState.SUCCEEDED);
        }
    }

    @OnEveryDatabase
    void aJobThatCleansUpCannotBeStopped(TestDatabase test) throws Exception {
        SumKind kind = new SumKind() {
            @Override
            public boolean stoppable() {
                return false;
            }

            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) throws Exception {
                running.countDown();
                goOn.await();
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            JobId id = Scene.submit(jobs, kind, 1, 10).id();
            running.await();
            assertThat(jobs.isStoppable(Scene.now(jobs, kind, id))).isFalse();
            assertThatThrownBy(() -> jobs.stop(Scene.OWNER, id)).isInstanceOf(JobNotStoppable.class);
            goOn.countDown();
            assertThat(Scene.awaitEnd(jobs, kind, id).state()).isEqualTo(JobState.SUCCEEDED);
        }
    }
}
