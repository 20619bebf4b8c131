package dev.entrepot.mailmanager.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.mailmanager.addresslist.AddressListLimits;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.Requester;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What becomes of an import from its start on: the numbers are those of the dossier's section 6. */
class ImportLifeTest {
    // [47]
    @OnEveryDatabase
    void everyGoodAddressOfACsvFileIsAMemberAfterwards(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            imports.register("There@x.com");
            Answer job = imports.run("CSV", "address\na@x.com\nthere@X.com\n*@y.com\nbad\nlocal@*.d.com\n");

            assertThat(Imports.summary(job)).isEqualTo("COMPLETED 4/1");
            assertThat(job.body().has("StartTimestamp")).isTrue();
            assertThat(job.body().has("CompletedTimestamp")).isTrue();
            assertThat(job.body().has("Error")).isFalse();
            assertThat(job.text("PreSignedUrl")).startsWith("http://");
            assertThat(imports.members()).containsExactly("*@y.com", "a@x.com", "local@*.d.com", "There@x.com");
        }
    }

    // [48]
    @OnEveryDatabase
    void aJsonFileDoesTheSame(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            Answer job = imports.run(
                    "JSON", "{\"items\":[{\"address\":\"a@x.com\"},{\"address\":\"A@x.com\"},{\"address\":\"no\"}]}");
            assertThat(Imports.summary(job)).isEqualTo("COMPLETED 2/1");
            assertThat(imports.members()).containsExactly("a@x.com");
        }
    }

    // [48] What files are unusable is AddressFileTest's.
    @OnEveryDatabase
    void aFileThatIsNoneFailsTheJob(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            assertFailed(imports.run("CSV", "a@x.com\nb@x.com\n"), "header line 'address'");
            assertFailed(imports.run("CSV", ""), "header line 'address'");
            assertFailed(imports.run("JSON", "[\"a@x.com\"]"), "{\"items\":");
            String id = imports.create("CSV").text("JobId");
            imports.start(id);
            assertFailed(imports.await(id), "no input file");
            assertThat(imports.members()).isEmpty();
        }
    }

    private static void assertFailed(Answer job, String error) {
        assertThat(job.text("Status")).isEqualTo("FAILED");
        assertThat(job.text("Error")).contains(error);
        assertThat(job.body().has("CompletedTimestamp")).isTrue();
    }

    @OnEveryDatabase
    void whatStandsBeforeABreakIsImported(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            Answer job = imports.run("JSON", "{\"items\":[{\"address\":\"a@x.com\"},{\"address\":");
            assertThat(Imports.summary(job)).isEqualTo("FAILED 1/0");
            assertThat(imports.members()).containsExactly("a@x.com");
        }
    }

    // The addresses are people's; nobody needs the file any more.
    @OnEveryDatabase
    void theFileIsDeletedWithTheEndOfTheJob(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            imports.run("CSV", "address\na@x.com\n");
            imports.run("CSV", "no header\n");
            String id = imports.uploaded("CSV", "address\nb@x.com\n");
            imports.stop(id);
            String bucket = "entrepot-mailmanager-111122223333-us-east-1";
            assertThat(imports.stage
                            .buckets
                            .list(Requester.of(Stage.OWNER), bucket, ObjectListing.Query.prefix(""))
                            .objects())
                    .isEmpty();
        }
    }

    // [50] What there is room for is imported, in the order of the file.
    @OnEveryDatabase
    void aListThatIsFullFailsTheJob(TestDatabase test) {
        var limits = Stage.limits(new AddressListLimits(1, 3));
        try (var imports = new Imports(new Stage(test, limits))) {
            imports.register("there@x.com");
            Answer job = imports.run("CSV", "address\nb@x.com\nthere@x.com\nbad\na@x.com\nB@x.com\nc@x.com\nd@x.com\n");
            assertThat(Imports.summary(job)).isEqualTo("FAILED 4/1");
            assertThat(job.text("Error")).contains("full", "3");
            assertThat(imports.members()).containsExactly("a@x.com", "b@x.com", "there@x.com");
            assertThat(Imports.summary(imports.run("CSV", "address\nA@x.com\n")))
                    .isEqualTo("COMPLETED 1/0");
            assertThat(Imports.summary(imports.run("CSV", "address\nnew@x.com\n")))
                    .isEqualTo("FAILED 0/0");
        }
    }

    // [49]
    @OnEveryDatabase
    void aJobIsStartedOnceAndMayBeStopped(TestDatabase test) {
        var reading = new CountDownLatch(1);
        var stage = new Stage(
                test,
                MailManagerLimits.SELF_HOSTED,
                database -> database,
                store -> new DisturbedReads(store, DisturbedReads.waitingFor(reading)));
        try (var imports = new Imports(stage)) {
            String id = imports.uploaded("CSV", file(0, 10));
            String other = imports.uploaded("CSV", file(10, 20));
            assertThat(imports.start(id).status()).isEqualTo(200);
            assertThat(imports.get(id).text("Status")).isEqualTo("PROCESSING");
            assertThat(imports.start(id).status()).isEqualTo(200);
            assertThat(imports.start(other).error()).isEqualTo("ServiceQuotaExceededException");
            Answer delete = stage.call("DeleteAddressList", "{'AddressListId':'%s'}".formatted(imports.list));
            assertThat(delete.error()).isEqualTo("ConflictException");

            assertThat(imports.stop(id).status()).isEqualTo(200);
            Answer stopped = imports.get(id);
            assertThat(Imports.summary(stopped)).isEqualTo("STOPPED 0/0");
            assertThat(stopped.body().has("CompletedTimestamp")).isTrue();
            assertThat(imports.stop(id).status()).isEqualTo(200);
            assertThat(imports.start(id).error()).isEqualTo("ConflictException");
            reading.countDown();

            imports.start(other);
            assertThat(Imports.summary(imports.await(other))).isEqualTo("COMPLETED 10/0");
            assertThat(imports.stop(other).error()).isEqualTo("ConflictException");
            assertThat(imports.start(other).error()).isEqualTo("ConflictException");
            assertThat(imports.members()).isEqualTo(addresses(10, 20));
        } finally {
            reading.countDown();
        }
    }

    @OnEveryDatabase
    void aJobThatWasNotStartedIsStoppedToo(TestDatabase test) {
        try (var imports = new Imports(new Stage(test))) {
            String id = imports.create("CSV").text("JobId");
            assertThat(imports.stop(id).status()).isEqualTo(200);
            assertThat(imports.get(id).text("Status")).isEqualTo("STOPPED");
            assertThat(imports.start(id).error()).isEqualTo("ConflictException");
        }
    }

    // A run breaks off in the third batch, and another goes on: each item counts once.
    @OnEveryDatabase
    void aRunThatBreaksOffIsGoneOnWithFromItsLastBatch(TestDatabase test) {
        var opened = new AtomicInteger();
        var stage = new Stage(
                test,
                MailManagerLimits.SELF_HOSTED,
                database -> database,
                store -> new DisturbedReads(store, DisturbedReads.breakingOff(opened, 2, 200_000)));
        try (var imports = new Imports(stage)) {
            String id = imports.uploaded("CSV", file(10_000, 30_000).replace("15000@x.com", "bad"));
            imports.start(id);
            assertThat(Imports.summary(imports.awaitThroughRetries(id))).isEqualTo("COMPLETED 19999/1");
            assertThat(opened).hasValue(3);
            List<String> expected = addresses(10_000, 30_000);
            expected.remove("15000@x.com");
            assertThat(imports.members()).isEqualTo(expected);
        }
    }

    // Half of one file and half of another is nobody's wish.
    @OnEveryDatabase
    void aFileReplacedBetweenTwoRunsFailsTheJob(TestDatabase test) {
        var opened = new AtomicInteger();
        var replace = new Runnable[1];
        var stage = new Stage(
                test,
                MailManagerLimits.SELF_HOSTED,
                database -> database,
                store -> new DisturbedReads(store, bytes -> {
                    replace[0].run();
                    return DisturbedReads.breakingOff(opened, 1, 100_000).apply(bytes);
                }));
        try (var imports = new Imports(stage)) {
            Answer created = imports.create("CSV");
            imports.upload(created, file(10_000, 20_000));
            replace[0] = () -> imports.upload(created, "address\nother@x.com\n");
            imports.start(created.text("JobId"));
            Answer job = imports.awaitThroughRetries(created.text("JobId"));
            assertThat(job.text("Error")).contains("replaced");
            assertThat(Imports.summary(job)).isEqualTo("FAILED 5000/0");
            assertThat(imports.members()).isEqualTo(addresses(10_000, 15_000));
        }
    }

    private static String file(int from, int to) {
        return addresses(from, to).stream().collect(Collectors.joining("\n", "address\n", "\n"));
    }

    private static List<String> addresses(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> i + "@x.com").collect(Collectors.toList());
    }
}
