package dev.entrepot.sesv2.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.sesv2.SesV2Limits;
import dev.entrepot.sesv2.Stage;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.WatchedStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** What happens to a job while it runs (SES dossier, section 6, in brackets). */
class ImportLifeTest {
    /** Two batches and a bit. */
    private static final int ROWS = 120_000;

    /** Something happens before the n-th question after an object: 0 by the plan, then one a batch. */
    private static Imports watched(TestDatabase test, IntConsumer beforeHead) {
        var heads = new AtomicInteger();
        return new Imports(new Stage(
                test,
                SesV2Limits.AWS,
                store -> WatchedStore.beforeHead(store, () -> beforeHead.accept(heads.getAndIncrement()))));
    }

    private static byte[] file() {
        var file = new StringBuilder("emailAddress\n");
        for (int i = 0; i < ROWS; i++) {
            file.append(i % 1_000 == 0 ? "bad" : "c" + i + "@x.org").append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    // [8] Nobody may get more than their share by being quick.
    @OnEveryDatabase
    void twentyJobsAtOnceAreUnderWayAndNoMore(TestDatabase test) throws Exception {
        var end = new CountDownLatch(1);
        try (var imports = watched(test, head -> uninterruptibly(end));
                var callers = Executors.newFixedThreadPool(8)) {
            imports.put("file", new byte[0]);
            var body = Imports.body(Imports.SUPPRESSION, "CSV", "s3://bucket/file");
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 40; i++) {
                Callable<Integer> create =
                        () -> imports.stage.send("POST", "import-jobs", body).status();
                answers.add(callers.submit(create));
            }
            int accepted = 0;
            for (Future<Integer> answer : answers) {
                accepted += answer.get() == 200 ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(20);
            assertThat(imports.stage.refusal("POST", "import-jobs", body)).startsWith("400 LimitExceededException");
            imports.stage.callAs(new Owner(Stage.OWNER.account(), "eu-west-1"));
            assertThat(imports.create(Imports.SUPPRESSION, "CSV", "s3://bucket/file"))
                    .isNotEmpty();
            end.countDown();
        } finally {
            end.countDown();
        }
    }

    // [37] What was applied before stays applied and counted, and what failed before is told.
    @OnEveryDatabase
    void aListDeletedInTheMiddleFailsTheJob(TestDatabase test) {
        var stage = new Stage[1];
        IntConsumer deleteBeforeThirdBatch = head -> {
            if (head == 3) {
                stage[0].call("DELETE", "contact-lists/news", "");
            }
        };
        try (var imports = watched(test, deleteBeforeThirdBatch)) {
            stage[0] = imports.stage;
            var ended = imports.run(Imports.CONTACTS, "CSV", file());
            assertThat(ended.job.path("JobStatus").asText()).isEqualTo("FAILED");
            assertThat(ended.error()).isEqualTo("ContactList <news> doesn't exist");
            int processed = ended.job.path("ProcessedRecordsCount").asInt();
            assertThat(processed).isIn(50_000, 100_000);
            assertThat(ended.job.path("FailedRecordsCount").asInt()).isEqualTo(processed / 1_000);
            assertThat(ended.failed().lines()).hasSize(1 + processed / 1_000);
        }
    }

    // [40] Half of one file and half of another is nobody's wish.
    @OnEveryDatabase
    void aFileReplacedInTheMiddleFailsTheJob(TestDatabase test) {
        var at = new Imports[1];
        IntConsumer replaceBeforeThirdBatch = head -> {
            if (head == 3) {
                at[0].put("file-0", "emailAddress\nother@x.org\n".getBytes(StandardCharsets.UTF_8));
            }
        };
        try (var imports = watched(test, replaceBeforeThirdBatch)) {
            at[0] = imports;
            var ended = imports.run(Imports.CONTACTS, "CSV", file());
            assertThat(ended.summary()).isEqualTo("FAILED 100000/100");
            assertThat(ended.error()).contains("s3://bucket/file-0", "source changed");
            assertThat(ended.rejected()).isEqualTo("emailAddress\n" + "bad\n".repeat(100));
        }
    }

    // [38] Counters may be looked at any time.
    @OnEveryDatabase
    void countersOnlyRiseAndTheEndComesWithItsTime(TestDatabase test) {
        try (var imports = new Imports(test)) {
            String id = imports.start(Imports.CONTACTS, "CSV", file());
            long last = 0;
            while (true) {
                var job = imports.stage.get("import-jobs/" + id);
                long processed = job.path("ProcessedRecordsCount").asLong();
                assertThat(processed).isBetween(last, (long) ROWS);
                assertThat(job.path("FailedRecordsCount").asLong()).isBetween(processed / 1_000, processed);
                last = processed;
                boolean ended = job.path("JobStatus").asText().equals("COMPLETED");
                assertThat(job.has("CompletedTimestamp")).isEqualTo(ended);
                if (ended) {
                    break;
                }
            }
            assertThat(imports.await(id).summary()).isEqualTo("COMPLETED 120000/120");
        }
    }

    // [41] A link of its own for everyone who asks.
    @OnEveryDatabase
    void theFailedRecordsComeWithASignedLinkThatIsMadeAnew(TestDatabase test) {
        try (var imports = new Imports(test)) {
            var ended = imports.csv(Imports.CONTACTS, "emailAddress", "bad");
            String id = ended.job.path("JobId").asText();
            String first = url(imports, id);
            assertThat(first)
                    .startsWith("http://127.0.0.1:4566/entrepot-ses-111122223333-us-east-1/import-jobs/" + id
                            + "/failed.csv?")
                    .contains("X-Amz-Expires=3600", "X-Amz-Signature=");
            imports.stage.clock.advance(java.time.Duration.ofHours(2));
            assertThat(url(imports, id)).isNotEqualTo(first);
        }
    }

    private static String url(Imports imports, String id) {
        return imports.stage
                .get("import-jobs/" + id)
                .path("FailureInfo")
                .path("FailedRecordsS3Url")
                .asText();
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
