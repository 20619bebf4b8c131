package dev.entrepot.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.SumKind.Request;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Migrations;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A database and its engines, for one test. */
final class Scene implements AutoCloseable {
    static final Owner OWNER = new Owner("000000000000", "us-east-1");
    private static final Migrations SUMS = Migrations.of("sums", "V1__imported.sql");

    final Database database;
    private final InstantSource clock;
    private final List<Jobs> engines = new ArrayList<>();

    Scene(TestDatabase test, InstantSource clock) {
        this.database = test.open(Jobs.MIGRATIONS, SUMS);
        this.clock = clock;
    }

    Jobs start(JobKind<?, ?, ?>... kinds) {
        // A dead node's work is to be revived while a test waits; a clock that leaps must not make a living one look
        // dead.
        Duration heartbeat = clock instanceof SettableClock ? Duration.ofDays(365) : Duration.ofMillis(250);
        JobSettings settings = new JobSettings(2, Duration.ofMillis(100), heartbeat, Duration.ofSeconds(1));
        Jobs jobs = Jobs.start(database, List.of(kinds), clock, settings);
        engines.add(jobs);
        return jobs;
    }

    static Job<Request> submit(Jobs jobs, SumKind kind, int parts, int recordsPerPart) {
        return jobs.submit(submission ->
                submission.add(JobId.random(), OWNER, kind, "numbers", new Request(parts, recordsPerPart)));
    }

    static Job<Request> awaitEnd(Jobs jobs, SumKind kind, JobId id) {
        Eventually.await(() -> now(jobs, kind, id).state().ended());
        return now(jobs, kind, id);
    }

    static Job<Request> now(Jobs jobs, SumKind kind, JobId id) {
        return jobs.find(OWNER, kind, id).orElseThrow();
    }

    /** Every number of the job once: nothing lost, nothing applied twice. */
    void assertImportedOnce(JobId id, int records) {
        List<Integer> numbers = database.read(
                handle -> handle.createQuery("SELECT number FROM imported WHERE job_id = :id ORDER BY number")
                        .bind("id", id.value())
                        .mapTo(Integer.class)
                        .list());
        assertThat(numbers)
                .isEqualTo(java.util.stream.IntStream.range(0, records).boxed().toList());
    }

    @Override
    public void close() {
        engines.forEach(Jobs::close);
    }
}
