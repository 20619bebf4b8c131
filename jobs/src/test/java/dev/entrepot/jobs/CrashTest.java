package dev.entrepot.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.SumKind.Request;
import dev.entrepot.storage.database.Dialect;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What is left when a process dies or hangs is taken up by another, and every batch is applied exactly once. */
class CrashTest {
    // On PostgreSQL a dead node is told from a slow one by its heartbeats, and those follow the time of day.
    private final Clock clock = Clock.systemUTC();

    /** A kind whose first engine stops dead at one place until it is let go. */
    private static class Stopping extends SumKind {
        final CountDownLatch stopped = new CountDownLatch(1);
        final CountDownLatch release = new CountDownLatch(1);
        final AtomicInteger stops = new AtomicInteger();

        void stopOnce() throws InterruptedException {
            if (stops.getAndIncrement() == 0) {
                stopped.countDown();
                release.await();
            }
        }
    }

    /** Starts a second engine beside the stopped first one, as the program's next process, or another node, would be. */
    private static Jobs restart(Scene scene, Stopping kind) {
        Jobs second = scene.start(kind);
        if (scene.database.dialect() == Dialect.POSTGRESQL) {
            Heartbeats.stop(scene.database);
        }
        return second;
    }

    @OnEveryDatabase
    void aPartGoesOnFromItsCheckpoint(TestDatabase test) throws Exception {
        Set<Integer> begun = ConcurrentHashMap.newKeySet();
        Stopping kind = new Stopping() {
            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) throws Exception {
                if (from == 30) {
                    stopOnce();
                } else if (!begun.add(from)) {
                    throw new AssertionError("The batch from " + from + " was begun twice");
                }
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Jobs first = scene.start(kind);
            JobId id = Scene.submit(first, kind, 1, 100).id();
            kind.stopped.await();
            assertThat(Scene.now(first, kind, id).done()).isEqualTo(new Counts(30, 0, 240));
            Jobs second = restart(scene, kind);
            Job<Request> job = Scene.awaitEnd(second, kind, id);
            kind.release.countDown();
            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(job.done()).isEqualTo(new Counts(100, 0, 800));
            scene.assertImportedOnce(id, 100);
        }
    }

    // A node that was only slow comes back and wants to commit what another has done meanwhile.
    @OnEveryDatabase
    void aSupersededRunCommitsNothing(TestDatabase test) throws Exception {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        CountDownLatch tried = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        Stopping kind = new Stopping() {
            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) throws Exception {
                if (from != 10) {
                    return;
                }
                if (stops.get() == 0) {
                    stopOnce();
                    try {
                        importBatch(run, from, from + 10);
                    } catch (RunEnded e) {
                        refused.set(e);
                        throw e;
                    } finally {
                        tried.countDown();
                    }
                } else {
                    second.countDown();
                    tried.await();
                }
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Jobs first = scene.start(kind);
            JobId id = Scene.submit(first, kind, 1, 50).id();
            kind.stopped.await();
            Jobs other = restart(scene, kind);
            second.await();
            kind.release.countDown();
            assertThat(Scene.awaitEnd(other, kind, id).state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(refused.get()).isInstanceOf(PartSuperseded.class);
            scene.assertImportedOnce(id, 50);
            assertThat(Scene.now(other, kind, id).done().records()).isEqualTo(50);
        }
    }

    @OnEveryDatabase
    void anInterruptedPlanIsMadeAgain(TestDatabase test) throws Exception {
        Stopping kind = new Stopping() {
            @Override
            public Plan<Range> plan(Job<Request> job) {
                try {
                    stopOnce();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.plan(job);
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            JobId id = Scene.submit(scene.start(kind), kind, 2, 10).id();
            kind.stopped.await();
            Jobs second = restart(scene, kind);
            assertThat(Scene.awaitEnd(second, kind, id).state()).isEqualTo(JobState.SUCCEEDED);
            kind.release.countDown(); // the first plan comes late, and changes nothing
            scene.assertImportedOnce(id, 20);
        }
    }

    @OnEveryDatabase
    void anInterruptedFinishIsDoneAgain(TestDatabase test) throws Exception {
        Stopping kind = new Stopping() {
            @Override
            public void finish(Job<Request> job, java.util.List<Sum> results) {
                try {
                    stopOnce();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                super.finish(job, results);
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            JobId id = Scene.submit(scene.start(kind), kind, 2, 10).id();
            kind.stopped.await();
            Jobs second = restart(scene, kind);
            assertThat(Scene.awaitEnd(second, kind, id).state()).isEqualTo(JobState.SUCCEEDED);
            kind.release.countDown();
            assertThat(kind.ended).containsExactly(JobState.SUCCEEDED);
        }
    }

    // Stopping in good order loses nothing and counts as no failure.
    @OnEveryDatabase
    void aClosedEngineLeavesItsWorkToTheNext(TestDatabase test) throws Exception {
        Stopping kind = new Stopping() {
            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) throws Exception {
                if (from == 20) {
                    stopOnce();
                }
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Jobs first = scene.start(kind);
            JobId id = Scene.submit(first, kind, 1, 60).id();
            kind.stopped.await();
            first.close(); // interrupts the part that waits
            assertThat(Scene.now(first, kind, id).state()).isEqualTo(JobState.RUNNING);
            Jobs second = scene.start(kind);
            assertThat(Scene.awaitEnd(second, kind, id).done().records()).isEqualTo(60);
            scene.assertImportedOnce(id, 60);
        }
    }
}
