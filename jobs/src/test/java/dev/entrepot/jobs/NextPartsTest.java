package dev.entrepot.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.SumKind.Range;
import dev.entrepot.jobs.SumKind.Request;
import dev.entrepot.jobs.SumKind.Sum;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Some work may begin only when other work is done everywhere: an import writes nothing until all of its source is verified. */
class NextPartsTest {
    /** Each stage has as many parts as the first, one after the other in numbers. */
    private static class Stages extends SumKind {
        private final int stages;
        final ConcurrentLinkedQueue<Integer> doneAtNext = new ConcurrentLinkedQueue<>();

        Stages(int stages) {
            this.stages = stages;
        }

        @Override
        public List<Range> next(Handle handle, Job<Request> job, List<Sum> results) {
            doneAtNext.add(results.size());
            int parts = job.request().parts();
            int size = job.request().recordsPerPart();
            int first = results.size();
            return first == stages * parts
                    ? List.of()
                    : IntStream.range(first, first + parts)
                            .mapToObj(number -> new Range(number * size, (number + 1) * size))
                            .toList();
        }
    }

    @OnEveryDatabase
    void furtherPartsBeginWhenAllBeforeThemAreDone(TestDatabase test) {
        var kind = new Stages(3);
        try (Scene scene = new Scene(test, Clock.systemUTC())) {
            Jobs jobs = scene.start(kind);
            JobId id = Scene.submit(jobs, kind, 4, 10).id();
            Job<Request> job = Scene.awaitEnd(jobs, kind, id);
            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(job.done().records()).isEqualTo(120);
            assertThat(kind.doneAtNext).containsExactly(4, 8, 12);
            assertThat(kind.finished).containsExactly(120L * 119 / 2);
            scene.assertImportedOnce(id, 120);
        }
    }

    // A finish that dies after its parts were added must neither add them again nor end the job before they are done.
    @OnEveryDatabase
    void aFinishThatRunsAgainAddsNoPartsTwice(TestDatabase test) {
        var failures = new AtomicInteger();
        var kind = new Stages(2) {
            @Override
            public void finish(Job<Request> job, List<Sum> results) {
                if (failures.getAndIncrement() < 2) {
                    throw new IllegalStateException("The disk hiccups");
                }
                super.finish(job, results);
            }
        };
        try (Scene scene = new Scene(test, Clock.systemUTC())) {
            Jobs jobs = scene.start(kind);
            JobId id = Scene.submit(jobs, kind, 2, 10).id();
            assertThat(Scene.awaitEnd(jobs, kind, id).state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(kind.doneAtNext).containsExactly(2, 4, 4, 4);
            scene.assertImportedOnce(id, 40);
        }
    }

    @OnEveryDatabase
    void aJobCancelledBetweenItsStagesStopsThere(TestDatabase test) throws Exception {
        var atSecond = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var kind = new Stages(2) {
            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) throws Exception {
                if (from == 20) {
                    atSecond.countDown();
                    cancelled.await();
                }
            }
        };
        try (Scene scene = new Scene(test, Clock.systemUTC())) {
            Jobs jobs = scene.start(kind);
            JobId id = Scene.submit(jobs, kind, 1, 20).id();
            atSecond.await();
            jobs.cancel(Scene.OWNER, kind, id);
            cancelled.countDown();
            assertThat(Scene.awaitEnd(jobs, kind, id).state()).isEqualTo(JobState.CANCELLED);
            assertThat(kind.finished).isEmpty();
            scene.assertImportedOnce(id, 20);
        }
    }
}
