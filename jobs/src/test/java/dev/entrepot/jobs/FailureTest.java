package dev.entrepot.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.SumKind.Request;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Jobs that cannot succeed end with a reason; those that stumble get up again. */
class FailureTest {
    private final SettableClock clock = new SettableClock();

    private Job<Request> run(Scene scene, SumKind kind, int parts) {
        Jobs jobs = scene.start(kind);
        JobId id = Scene.submit(jobs, kind, parts, 20).id();
        Eventually.await(() -> {
            clock.advance(Duration.ofSeconds(10)); // past any pause between attempts
            jobs.wake();
            return Scene.now(jobs, kind, id).state().ended();
        });
        return Scene.now(jobs, kind, id);
    }

    // The bucket is gone: trying again helps nobody, and the owner must read why.
    @OnEveryDatabase
    void aJobThatCannotSucceedFailsAtOnceWithItsReason(TestDatabase test) {
        AtomicInteger attempts = new AtomicInteger();
        SumKind kind = new SumKind() {
            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) {
                if (run.number() == 1 && from == 30) {
                    attempts.incrementAndGet();
                    throw new JobFailed("NoSuchBucket", "The bucket does not exist");
                }
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Job<Request> job = run(scene, kind, 2);
            assertThat(job.state()).isEqualTo(JobState.FAILED);
            assertThat(job.failure()).hasValue(new JobFailure("NoSuchBucket", "The bucket does not exist"));
            assertThat(job.endedAt()).isPresent();
            assertThat(attempts).hasValue(1);
            assertThat(kind.finished).isEmpty();
            assertThat(kind.ended).containsExactly(JobState.FAILED);
        }
    }

    @OnEveryDatabase
    void aPlanAndAFinishMayFailAJobToo(TestDatabase test) {
        try (Scene scene = new Scene(test, clock)) {
            SumKind unplannable = new SumKind() {
                @Override
                public Plan<Range> plan(Job<Request> job) {
                    throw new JobFailed("NoSuchDomain", "The domain does not exist");
                }
            };
            assertThat(run(scene, unplannable, 2).failure().orElseThrow().code())
                    .isEqualTo("NoSuchDomain");
        }
        try (Scene scene = new Scene(test, clock)) {
            SumKind unfinishable = new SumKind() {
                @Override
                public void finish(Job<Request> job, List<Sum> results) {
                    throw new JobFailed("AccessDenied", "Access denied");
                }
            };
            Job<Request> job = run(scene, unfinishable, 2);
            assertThat(job.failure().orElseThrow().code()).isEqualTo("AccessDenied");
            assertThat(job.done().records()).isEqualTo(40);
        }
    }

    // A disk that was full for a moment must not cost an export of hours.
    @OnEveryDatabase
    void aStumbleIsTriedAgain(TestDatabase test) {
        AtomicInteger stumbles = new AtomicInteger();
        SumKind kind = new SumKind() {
            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) throws Exception {
                if (from == 10) {
                    switch (stumbles.getAndIncrement()) {
                        case 0 -> throw new IOException("disk full");
                        case 1 -> throw new OutOfMemoryError("for a moment");
                        case 2 -> throw new IllegalStateException("disk full");
                        default -> {}
                    }
                }
            }

            @Override
            public void finish(Job<Request> job, List<Sum> results) {
                if (stumbles.getAndIncrement() < 6) {
                    throw new IllegalStateException("not yet");
                }
                super.finish(job, results);
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Job<Request> job = run(scene, kind, 1);
            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(job.done().records()).isEqualTo(20);
            scene.assertImportedOnce(job.id(), 20);
        }
    }

    // What went wrong inside may name paths, hosts and other people's data.
    @OnEveryDatabase
    void aJobThatStumblesTooOftenFailsAndTellsNothingInternal(TestDatabase test) {
        AtomicInteger attempts = new AtomicInteger();
        SumKind kind = new SumKind() {
            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) {
                attempts.incrementAndGet();
                throw new IllegalStateException("secret /var/lib/path");
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            Job<Request> job = run(scene, kind, 1);
            assertThat(job.state()).isEqualTo(JobState.FAILED);
            assertThat(job.failure().orElseThrow().code()).isEqualTo("InternalError");
            assertThat(job.failure().orElseThrow().message()).doesNotContain("secret");
            assertThat(attempts).hasValue(5);
        }
    }

    // Whoever reads it can make room and start the job again.
    @OnEveryDatabase
    void aJobThatFailsForWantOfRoomSaysSo(TestDatabase test) {
        SumKind kind = new SumKind() {
            @Override
            void beforeBatch(PartRun<Request, Range> run, int from) {
                try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
                    full.write(from);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        try (Scene scene = new Scene(test, clock)) {
            assertThat(run(scene, kind, 1).failure())
                    .hasValue(new JobFailure(
                            "InternalError", "The job could not be completed because the disk of the server is full."));
        }
    }
}
