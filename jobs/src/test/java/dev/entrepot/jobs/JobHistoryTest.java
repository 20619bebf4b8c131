package dev.entrepot.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;

/** A server that runs for years must not drag every job along; but one that runs, or ended just now, is nobody's history. */
class JobHistoryTest {
    private static final Duration KEPT = Duration.ofDays(7);

    @OnEveryDatabase
    void endedJobsGoOnceTheirTimeIsOverAndNoEarlier(TestDatabase test) {
        var clock = new SettableClock();
        try (var scene = new Scene(test, clock)) {
            var kind = new SumKind();
            var jobs = scene.start(kind);
            var history = new JobHistory(scene.database, clock, kind, KEPT);
            JobId first = Scene.submit(jobs, kind, 3, 1).id();
            Scene.awaitEnd(jobs, kind, first);
            clock.advance(Duration.ofDays(3));
            JobId second = Scene.submit(jobs, kind, 1, 1).id();
            Scene.awaitEnd(jobs, kind, second);

            history.run(() -> false);
            assertThat(jobs.find(Scene.OWNER, first)).isPresent();
            clock.advance(Duration.ofDays(4));
            history.run(() -> false);
            assertThat(jobs.find(Scene.OWNER, first)).isEmpty();
            assertThat(jobs.find(Scene.OWNER, second)).isPresent();
        }
    }
}
