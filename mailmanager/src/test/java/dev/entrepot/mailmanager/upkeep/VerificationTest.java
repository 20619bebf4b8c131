package dev.entrepot.mailmanager.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.ingest.Archived;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.mailmanager.upkeep.Verification.Difference;
import dev.entrepot.mailmanager.upkeep.Verification.Verified;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.DatabaseDecorator;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** An archive is worth what can be proven of it: a disk that changed one bit must be told of. */
class VerificationTest {
    @OnEveryDatabase
    void aDamagedAndAMissingPackAreFoundAndTheRestIsWell(TestDatabase test) throws IOException {
        try (var stage = new Stage(test)) {
            String archive = stage.createArchive("mine");
            List<Archived> damaged = archive(stage, archive, 0);
            List<Archived> missing = archive(stage, archive, 40);
            archive(stage, archive, 80);
            var differences = new ArrayList<Difference>();
            assertThat(stage.mailManager
                            .verify(archive, differences::add)
                            .orElseThrow()
                            .messages())
                    .isEqualTo(9);
            assertThat(differences).isEmpty();

            Requester owner = Requester.of(Stage.OWNER);
            String bucket = "packs-" + Stage.OWNER.account();
            List<String> keys =
                    stage.database.read(handle -> handle.createQuery("SELECT number FROM mail_pack ORDER BY month")
                            .mapTo(Long.class)
                            .map("%016x"::formatted)
                            .list());
            String prefix = archive + "/";
            byte[] bytes = stage.objects
                    .get(owner, new ObjectLocation(bucket, prefix + keys.get(2)))
                    .bytes()
                    .readAllBytes();
            bytes[bytes.length / 2] ^= 1;
            stage.objects.put(
                    owner,
                    new ObjectLocation(bucket, prefix + keys.get(2)),
                    PutOptions.DEFAULT,
                    new ByteArrayInputStream(bytes));
            stage.objects.delete(owner, new ObjectLocation(bucket, prefix + keys.get(1)));

            stage.mailManager.verify(archive, differences::add);
            assertThat(differences)
                    .extracting(Difference::id)
                    .containsAll(missing.stream().map(Archived::id).toList());
            assertThat(differences).hasSizeBetween(4, 6);
            assertThat(differences)
                    .extracting(Difference::id)
                    .containsAnyElementsOf(damaged.stream().map(Archived::id).toList());
        }
    }

    // Packs are merged every minute, and a large archive takes longer to be read.
    @OnEveryDatabase
    void packsThatAreMergedMeanwhileAreReadToo(TestDatabase test) throws IOException {
        for (int reads = 0; reads < 3; reads++) {
            var meanwhile = new Meanwhile();
            try (var stage = new Stage(test, MailManagerLimits.SELF_HOSTED, meanwhile::beside)) {
                String archive = stage.createArchive("mine" + reads);
                for (int i = 0; i < 20; i++) {
                    archive(stage, archive, 0);
                }
                var differences = new ArrayList<Difference>();
                meanwhile.after(reads, () -> stage.upkeep(PackMerge.class));
                Optional<Verified> verified = stage.mailManager.verify(archive, differences::add);
                assertThat(stage.packs()).isLessThan(20);
                assertThat(verified.orElseThrow().messages()).isEqualTo(60);
                assertThat(differences).isEmpty();
            }
        }
    }

    /** Does something else behind one of the reads that follow. */
    private static final class Meanwhile {
        private int reads;
        private Runnable work = () -> {};

        void after(int reads, Runnable work) {
            this.work = work;
            this.reads = reads;
        }

        Database beside(Database real) {
            return new DatabaseDecorator() {
                @Override
                public Database real() {
                    return real;
                }

                @Override
                public <T> T read(Function<Handle, T> query) {
                    T result = real.read(query);
                    if (reads-- == 0) {
                        work.run();
                    }
                    return result;
                }
            };
        }
    }

    private static List<Archived> archive(Stage stage, String archive, int daysAgo) {
        var random = new Random(daysAgo);
        var batch = new ArrayList<Arrival>();
        for (int i = 0; i < 3; i++) {
            byte[] content = new byte[3_000];
            random.nextBytes(content);
            batch.add(new Arrival(
                    Content.of(content),
                    stage.clock.instant().minus(Duration.ofDays(daysAgo)),
                    Delivery.UNKNOWN,
                    false));
        }
        return stage.mailManager.arrivals().archive(archive, batch);
    }
}
