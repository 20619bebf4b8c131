package dev.entrepot.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.JobSettings;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.auth.AccountAuthorizer;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.Credentials;
import dev.entrepot.wire.auth.SignatureSettings;
import dev.entrepot.wire.auth.SignatureVerifier;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** AWS's waiters poll blindly; people want to see how far a job has come, and nobody else is to see it. */
class ProgressEndpointTest {
    private static final Owner OWNER = new Owner("111122223333", "us-east-1");

    /** Reports three of ten records, then waits. */
    private static final class Waiting implements JobKind<Waiting.Nothing, Waiting.Nothing, Waiting.Nothing> {
        record Nothing() {}

        private final CountDownLatch reported = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public String name() {
            return "waiting";
        }

        @Override
        public Class<Nothing> request() {
            return Nothing.class;
        }

        @Override
        public Class<Nothing> part() {
            return Nothing.class;
        }

        @Override
        public Class<Nothing> result() {
            return Nothing.class;
        }

        @Override
        public Plan<Nothing> plan(Job<Nothing> job) {
            return new Plan<>(List.of(new Nothing()), 10, 100, job.requestedAt());
        }

        @Override
        public Nothing runPart(PartRun<Nothing, Nothing> run) throws InterruptedException {
            run.commit("", new Counts(3, 1, 30), handle -> {});
            reported.countDown();
            goOn.await();
            return run.part();
        }

        @Override
        public void finish(Job<Nothing> job, List<Nothing> results) {
            throw new JobFailed("NoLuck", "It said \"no\".");
        }
    }

    @OnEveryDatabase
    void tellsTheJobsOwnAccountHowFarItIs(TestDatabase test) throws InterruptedException {
        var kind = new Waiting();
        var clock = new SettableClock();
        var settings = new JobSettings(1, Duration.ofMillis(50), Duration.ofDays(365), Duration.ofSeconds(1));
        try (var database = test.open(Jobs.MIGRATIONS);
                var jobs = Jobs.start(database, List.of(kind), clock, settings)) {
            JobId id = JobId.random();
            jobs.submit(submission -> submission.add(id, OWNER, kind, "subject", new Waiting.Nothing()));
            kind.reported.await();

            String page = "/_entrepot/jobs/" + id;
            assertThat(get(jobs, page, as("111122223333")))
                    .isEqualTo("200 {\"id\":\"" + id + "\",\"kind\":\"waiting\",\"state\":\"RUNNING\","
                            + "\"done\":{\"records\":3,\"failed\":1,\"bytes\":30},"
                            + "\"expected\":{\"records\":10,\"failed\":0,\"bytes\":100}}\n");
            assertThat(get(jobs, page, as("999999999999"))).startsWith("404 ");
            assertThat(get(jobs, "/_entrepot/jobs/no-id", as("111122223333"))).startsWith("404 ");
            Credentials nobody = key -> Optional.empty();
            var verifier = new SignatureVerifier(
                    nobody, clock, new SignatureSettings(SignatureSettings.DEFAULT_WINDOW, true, "us-east-1"));
            assertThat(get(jobs, page, verifier)).startsWith("403 ");
            kind.goOn.countDown();
            while (!jobs.find(OWNER, kind, id).orElseThrow().state().ended()) {
                Thread.onSpinWait();
            }
            assertThat(get(jobs, page, as("111122223333")))
                    .contains("\"state\":\"FAILED\"")
                    .endsWith(",\"failure\":{\"code\":\"NoLuck\",\"message\":\"It said \\\"no\\\".\"}}\n");
        }
    }

    private static Authenticator as(String account) {
        return (request, rules) -> new Caller(account, "us-east-1", "AKIATEST");
    }

    private static String get(Jobs jobs, String path, Authenticator authenticator) {
        var request = new HttpRequest("GET", path, "", Headers.EMPTY, new byte[0]);
        var response = new ProgressEndpoint(jobs, authenticator, new AccountAuthorizer())
                .claim(request)
                .orElseThrow()
                .handle(request);
        return response.status() + " " + new String(response.body(), StandardCharsets.UTF_8);
    }
}
