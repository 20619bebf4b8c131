package dev.entrepot.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.jobs.SumKind.Request;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;

/** What a service and its callers see of a job that goes well. */
class JobsTest {
    private final SettableClock clock = new SettableClock();
    private final SumKind kind = new SumKind();

    @OnEveryDatabase
    void aJobRunsAllItsPartsAndThenItsFinish(TestDatabase test) {
        try (Scene scene = new Scene(test, Clock.systemUTC())) {
            Jobs jobs = scene.start(kind);
            Job<Request> submitted = Scene.submit(jobs, kind, 3, 25);
            assertThat(submitted.state()).isEqualTo(JobState.QUEUED);
            Job<Request> job = Scene.awaitEnd(jobs, kind, submitted.id());
            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(job.done()).isEqualTo(new Counts(75, 0, 600));
            assertThat(job.expected()).isEqualTo(new Counts(75, 0, 0));
            assertThat(job.cutoff()).hasValue(job.requestedAt());
            assertThat(job.startedAt().orElseThrow()).isAfterOrEqualTo(job.requestedAt());
            assertThat(job.endedAt().orElseThrow())
                    .isAfterOrEqualTo(job.startedAt().orElseThrow());
            assertThat(kind.finished).containsExactly(75L * 74 / 2);
            assertThat(kind.ended).containsExactly(JobState.SUCCEEDED);
            scene.assertImportedOnce(job.id(), 75);
        }
    }

    // An empty domain is exported too, as a manifest of no files.
    @OnEveryDatabase
    void aJobWithoutPartsIsFinished(TestDatabase test) {
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            JobId id = Scene.submit(jobs, kind, 0, 0).id();
            assertThat(Scene.awaitEnd(jobs, kind, id).state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(kind.finished).containsExactly(0L);
        }
    }

    // All cores work on one job: each part waits until the other has begun.
    @OnEveryDatabase
    void partsRunBesideEachOther(TestDatabase test) {
        CyclicBarrier both = new CyclicBarrier(2);
        SumKind meeting = new SumKind() {
            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) throws Exception {
                both.await();
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(meeting);
            JobId id = Scene.submit(jobs, meeting, 2, 10).id();
            assertThat(Scene.awaitEnd(jobs, meeting, id).state()).isEqualTo(JobState.SUCCEEDED);
        }
    }

    // A service decides in the submitting transaction; what it refuses must leave no job behind.
    @OnEveryDatabase
    void anExceptionWhileSubmittingLeavesNoJob(TestDatabase test) {
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            assertThatThrownBy(() -> jobs.submit(submission -> {
                        submission.add(JobId.random(), Scene.OWNER, kind, "numbers", new Request(1, 1));
                        throw new UnsupportedOperationException("quota");
                    }))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("quota");
            assertThat(jobs.list(Scene.OWNER, kind, JobFilter.first(10))).isEmpty();
        }
    }

    // Ids of another account are as unknown as those that never were.
    @OnEveryDatabase
    void anotherOwnersJobIsNotFoundListedOrCancelled(TestDatabase test) {
        Owner other = new Owner("111122223333", "us-east-1");
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            JobId id = Scene.submit(jobs, kind, 1, 1).id();
            assertThat(jobs.find(other, kind, id)).isEmpty();
            assertThat(jobs.cancel(other, kind, id)).isEmpty();
            assertThat(jobs.list(other, kind, JobFilter.first(10))).isEmpty();
            assertThat(Scene.awaitEnd(jobs, kind, id).state()).isEqualTo(JobState.SUCCEEDED);
        }
    }

    @OnEveryDatabase
    void aListingGoesOnWhereItsPageEnded(TestDatabase test) {
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            List<JobId> ids = new java.util.ArrayList<>();
            for (int i = 0; i < 5; i++) {
                ids.add(Scene.submit(jobs, kind, 0, 0).id());
                clock.advance(Duration.ofSeconds(1));
            }
            List<Job<Request>> first = jobs.list(Scene.OWNER, kind, JobFilter.first(3));
            JobPosition position =
                    JobPosition.parse(first.getLast().position().toString()).orElseThrow();
            List<Job<Request>> rest = jobs.list(
                    Scene.OWNER,
                    kind,
                    new JobFilter(Optional.of("numbers"), Optional.empty(), Optional.of(position), 10));
            assertThat(first).extracting(Job::id).isEqualTo(ids.subList(0, 3));
            assertThat(rest).extracting(Job::id).isEqualTo(ids.subList(3, 5));
            assertThat(jobs.list(
                            Scene.OWNER,
                            kind,
                            new JobFilter(Optional.of("letters"), Optional.empty(), Optional.empty(), 10)))
                    .isEmpty();
            assertThat(jobs.list(
                            Scene.OWNER,
                            kind,
                            new JobFilter(
                                    Optional.empty(),
                                    Optional.of(first.getLast().requestedAt()),
                                    Optional.empty(),
                                    10)))
                    .extracting(Job::id)
                    .isEqualTo(ids.subList(2, 5));
        }
    }

    // Quotas count requests within a time, and one running job a domain.
    @OnEveryDatabase
    void aSubmissionCanCountJobsAndSeeActiveOnes(TestDatabase test) {
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            JobId first = Scene.submit(jobs, kind, 0, 0).id();
            Scene.awaitEnd(jobs, kind, first);
            clock.advance(Duration.ofHours(1));
            jobs.submit(submission -> {
                var handle = submission.handle();
                assertThat(jobs.active(handle, Scene.OWNER, kind, "numbers")).isFalse();
                submission.add(JobId.random(), Scene.OWNER, kind, "numbers", new Request(0, 0));
                assertThat(jobs.active(handle, Scene.OWNER, kind, "numbers")).isTrue();
                assertThat(jobs.active(handle, Scene.OWNER, kind, "letters")).isFalse();
                Optional<String> any = Optional.empty();
                assertThat(jobs.count(handle, Scene.OWNER, kind, any, clock.instant()))
                        .isEqualTo(1);
                assertThat(jobs.count(
                                handle, Scene.OWNER, kind, any, clock.instant().minus(Duration.ofHours(1))))
                        .isEqualTo(2);
                assertThat(jobs.count(handle, Scene.OWNER, kind, Optional.of("letters"), clock.instant()))
                        .isZero();
                return handle;
            });
        }
    }
}
