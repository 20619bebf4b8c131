package dev.entrepot.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.SumKind.Request;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Progress can be read at any time, costs a part next to nothing, and is exact in the end. */
class ProgressTest {
    private final SettableClock clock = new SettableClock();

    @OnEveryDatabase
    void reportsReachTheDatabaseNowAndThenAndAllInTheEnd(TestDatabase test) throws Exception {
        CountDownLatch reported = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SumKind kind = new SumKind() {
            @Override
            public Sum runPart(PartRun<Request, Range> run) throws Exception {
                run.progress(new Counts(1, 0, 10));
                clock.advance(Duration.ofMillis(500));
                run.progress(new Counts(1, 0, 10)); // is written, being half a second later
                run.progress(new Counts(1, 1, 10)); // is not, but counts when the part is done
                reported.countDown();
                goOn.await();
                return new Sum(1);
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            JobId id = Scene.submit(jobs, kind, 1, 3).id();
            reported.await();
            assertThat(Scene.now(jobs, kind, id).done()).isEqualTo(new Counts(2, 0, 20));
            goOn.countDown();
            assertThat(Scene.awaitEnd(jobs, kind, id).done()).isEqualTo(new Counts(3, 1, 30));
        }
    }

    // An export's part begins anew after a stumble; the records of its first try must not count twice.
    @OnEveryDatabase
    void whatAFailedRunReportedIsForgotten(TestDatabase test) throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch again = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SumKind kind = new SumKind() {
            @Override
            public Sum runPart(PartRun<Request, Range> run) throws Exception {
                if (runs.incrementAndGet() == 2) {
                    again.countDown();
                    goOn.await();
                }
                clock.advance(Duration.ofMillis(500));
                run.progress(new Counts(4, 0, 40));
                if (runs.get() == 1) {
                    throw new IllegalStateException("stumble");
                }
                return new Sum(1);
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            JobId id = Scene.submit(jobs, kind, 1, 4).id();
            Eventually.await(() -> {
                clock.advance(Duration.ofSeconds(1));
                jobs.wake();
                return again.getCount() == 0;
            });
            assertThat(Scene.now(jobs, kind, id).done()).isEqualTo(Counts.NONE);
            goOn.countDown();
            assertThat(Scene.awaitEnd(jobs, kind, id).done()).isEqualTo(new Counts(4, 0, 40));
        }
    }
}
