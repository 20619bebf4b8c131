package dev.entrepot.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.SumKind.Request;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.token.ClientToken;
import dev.entrepot.storage.token.ClientTokens;
import dev.entrepot.storage.token.ClientTokens.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A request that was acknowledged is a job, one job, and stays one. */
class SubmissionTest {
    private final Clock clock = Clock.systemUTC();
    private final SumKind kind = new SumKind();

    // A client's retries may all arrive at once.
    @OnEveryDatabase
    void fiftyEqualRequestsMakeOneJob(TestDatabase test) {
        ClientTokens tokens = new ClientTokens(clock);
        ClientToken token = new ClientToken(Scene.OWNER, "Start", "token", "fingerprint");
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            List<Future<String>> answers = new ArrayList<>();
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 50; i++) {
                    answers.add(callers.submit(() -> jobs.submit(submission -> {
                        JobId id = JobId.random();
                        return switch (tokens.remember(
                                submission.handle(), token, id.toString(), Duration.ofHours(8))) {
                            case Outcome.Fresh() -> {
                                submission.add(id, Scene.OWNER, kind, "numbers", new Request(1, 10));
                                yield id.toString();
                            }
                            case Outcome.Replay(String earlier) -> earlier;
                            case Outcome.Conflict() -> throw new AssertionError("The requests are equal");
                        };
                    })));
                }
            }
            List<Job<Request>> all = jobs.list(Scene.OWNER, kind, JobFilter.first(100));
            assertThat(all).hasSize(1);
            assertThat(answers.stream().map(Future::resultNow))
                    .containsOnly(all.getFirst().id().toString());
        }
    }

    // The power may fail right after the acknowledgement, before anything has run.
    @OnEveryDatabase
    void aSubmittedJobIsDoneAfterReopening(TestDatabase test) {
        JobId id;
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(); // knows no kinds, so it does nothing
            id = JobId.random();
            jobs.close();
            jobs.submit(submission -> submission.add(id, Scene.OWNER, kind, "numbers", new Request(2, 10)));
            scene.database.close();
        }
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(kind);
            Job<Request> job = Scene.awaitEnd(jobs, kind, id);
            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(job.request()).isEqualTo(new Request(2, 10));
            scene.assertImportedOnce(id, 20);
        }
    }

    // Two nodes share a PostgreSQL database; here both have a part of one job under way at the same time.
    @OnEveryDatabase
    void twoEnginesShareOneJob(TestDatabase test) throws Exception {
        NodeCounting first = new NodeCounting();
        NodeCounting second = new NodeCounting();
        first.other = second;
        second.other = first;
        try (Scene scene = new Scene(test, clock)) {
            Jobs jobs = scene.start(first);
            scene.start(second);
            JobId id = Scene.submit(jobs, first, 20, 10).id();
            assertThat(Scene.awaitEnd(jobs, first, id).state()).isEqualTo(JobState.SUCCEEDED);
            scene.assertImportedOnce(id, 200);
            assertThat(first.batches.get() + second.batches.get()).isEqualTo(20);
            assertThat(first.ended.size() + second.ended.size()).isEqualTo(1);
        }
    }

    /** Goes on only when the other node has begun a part as well. */
    private static final class NodeCounting extends SumKind {
        final java.util.concurrent.atomic.AtomicInteger batches = new java.util.concurrent.atomic.AtomicInteger();
        volatile NodeCounting other = this;

        @Override
        void beforeBatch(PartRun<Request, Range> run, int from) {
            batches.incrementAndGet();
            Eventually.await(() -> other.batches.get() > 0);
        }
    }
}
