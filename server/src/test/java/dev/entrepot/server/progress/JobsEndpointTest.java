package dev.entrepot.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.JobSettings;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.Origin;
import dev.entrepot.jobs.PartRun;
import dev.entrepot.jobs.Plan;
import dev.entrepot.jobs.RowRemoval;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** AWS's waiters poll blindly; people want to see how far a job has come, and nobody else is to see it. */
class JobsEndpointTest {
    private static final Owner OWNER = new Owner("111122223333", "us-east-1");
    /** A service's own name of its jobs. */
    private static final JobNames NAMES =
            (owner, name) -> name.startsWith("job-") ? JobId.parse(name.substring("job-".length())) : Optional.empty();

    private static final Optional<Origin> ORIGIN = Optional.of(new Origin("AKIATEST", "request-1"));

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
                var jobs = Jobs.start(database, List.of(kind), List.of(), clock, settings, () -> ORIGIN)) {
            JobId id = JobId.random();
            jobs.submit(submission -> submission.add(id, OWNER, kind, "subject", new Waiting.Nothing()));
            kind.reported.await();

            String page = "/_entrepot/jobs/" + id;
            assertThat(get(jobs, page, as("111122223333")))
                    .startsWith("200 {\"id\":\"" + id + "\",\"kind\":\"waiting\",\"service\":\"waiting\","
                            + "\"subject\":\"subject\",\"state\":\"RUNNING\",\"requestedAt\":\"")
                    .endsWith("\"accessKeyId\":\"AKIATEST\",\"requestId\":\"request-1\","
                            + "\"done\":{\"records\":3,\"failed\":1,\"bytes\":30},"
                            + "\"expected\":{\"records\":10,\"failed\":0,\"bytes\":100}}\n");
            assertThat(get(jobs, "/_entrepot/jobs/job-" + id, as("111122223333")))
                    .startsWith("200 {\"id\":\"" + id + "\"");
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

    @OnEveryDatabase
    void listsOnlyTheCallersLatestFirstPageByPageAndStopsWhatMayBeStopped(TestDatabase test) throws Exception {
        var kind = new Waiting();
        var removal = new RowRemoval("removal", InstantSource.system(), List.of());
        var clock = new SettableClock();
        var settings = new JobSettings(1, Duration.ofMillis(50), Duration.ofDays(365), Duration.ofSeconds(1));
        try (var database = test.open(Jobs.MIGRATIONS);
                var jobs = Jobs.start(database, List.of(kind, removal), clock, settings)) {
            var ids = new ArrayList<JobId>();
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofSeconds(1));
                ids.add(submit(jobs, kind, new Waiting.Nothing()));
            }
            clock.advance(Duration.ofSeconds(1));
            JobId last = submit(jobs, removal, new RowRemoval.Removed(1));
            kind.reported.await();

            assertThat(listed(get(jobs, "/_entrepot/jobs", as("999999999999")))).isEmpty();
            String page = get(jobs, "/_entrepot/jobs?limit=2", as("111122223333"));
            assertThat(listed(page)).containsExactly(last, ids.get(2));
            String next = page.replaceAll("(?s).*\"next\":\"([^\"]*)\".*", "$1").replace(" ", "%20");
            assertThat(listed(get(jobs, "/_entrepot/jobs?limit=9&before=" + next, as("111122223333"))))
                    .containsExactly(ids.get(1), ids.get(0));
            for (String wrong : List.of("limit=0", "limit=1001", "limit=x", "before=x", "other=1", "before=%2")) {
                assertThat(get(jobs, "/_entrepot/jobs?" + wrong, as("111122223333")))
                        .as(wrong)
                        .startsWith("400 ");
            }

            String stop = "/_entrepot/jobs/" + ids.get(0) + "/stop";
            assertThat(send("POST", jobs, stop, as("999999999999"))).startsWith("404 ");
            assertThat(send("POST", jobs, stop, as("111122223333"))).contains("\"state\":\"CANCELLED\"");
            assertThat(send("POST", jobs, "/_entrepot/jobs/" + last + "/stop", as("111122223333")))
                    .startsWith("409 ")
                    .contains("cannot be stopped");
            assertThat(listed(get(jobs, "/_entrepot/jobs?active=true", as("111122223333"))))
                    .doesNotContain(ids.get(0))
                    .contains(ids.get(1), ids.get(2));
            kind.goOn.countDown();
        }
    }

    private static <Q> JobId submit(Jobs jobs, JobKind<Q, ?, ?> kind, Q request) {
        JobId id = JobId.random();
        jobs.submit(submission -> submission.add(id, OWNER, kind, "subject", request));
        return id;
    }

    private static List<JobId> listed(String answer) {
        return Pattern.compile("\"id\":\"([^\"]*)\"")
                .matcher(answer)
                .results()
                .map(found -> JobId.parse(found.group(1)).orElseThrow())
                .toList();
    }

    private static Authenticator as(String account) {
        return (request, rules) -> new Caller(account, "us-east-1", "AKIATEST");
    }

    private static String get(Jobs jobs, String target, Authenticator authenticator) {
        return send("GET", jobs, target, authenticator);
    }

    private static String send(String method, Jobs jobs, String target, Authenticator authenticator) {
        String[] both = (target + "?").split("\\?", -1);
        var request = new HttpRequest(method, both[0], both[1], Headers.EMPTY, new byte[0]);
        var response = new JobsEndpoint(jobs, authenticator, new AccountAuthorizer(), NAMES)
                .claim(request)
                .orElseThrow()
                .handle(request);
        return response.status() + " " + new String(response.body(), StandardCharsets.UTF_8);
    }
}
