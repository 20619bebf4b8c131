package dev.entrepot.mailmanager.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.archive.Retention;
import dev.entrepot.mailmanager.ingest.Archived;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.upkeep.Sweep;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Whichever way messages are found, they are those that a plain look at every one would choose (dossier, section 2.2). */
class SelectionTest {
    private static final int FILTERS = 150;
    private static final int IN_A_BLOCK = 400;

    // Some blocks are in the index, the rest is not; some messages have gone, some arrivals were no message's.
    @OnEveryDatabase
    void theIndexFindsWhatAPlainLookFinds(TestDatabase test) {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        try (var stage = new Stage(test)) {
            String id = stage.call(
                            "CreateArchive", "{'ArchiveName':'mine','Retention':{'RetentionPeriod':'THREE_MONTHS'}}")
                    .text("ArchiveId");
            var sample = new SampleArrivals(random);
            List<KnownMessage> known = new ArrayList<>();
            for (int block = 0; block < 3; block++) {
                letHaveArrived(stage, block * (long) Block.MESSAGES + Block.MESSAGES - IN_A_BLOCK / 2);
                known.addAll(archive(stage, id, sample.some(IN_A_BLOCK, stage.clock.instant(), Duration.ofDays(85))));
            }
            stage.upkeep(Indexing.class);
            stage.clock.advance(Duration.ofDays(20));
            if (random.nextBoolean()) {
                stage.upkeep(Sweep.class);
            }
            ArchiveRow archive = find(stage, id);
            Instant expired = Retention.expired(archive.retention(), stage.clock.instant())
                    .orElseThrow();
            known.removeIf(message -> !message.arrival().received().isAfter(expired));
            known.sort(Comparator.comparing(message -> message.id().toString(), Comparator.reverseOrder()));

            var criteria = new SampleCriteria(
                    random, known, stage.database.read(handle -> ArchiveStore.arrivals(handle, archive)));
            int chosen = 0;
            for (int i = 0; i < FILTERS; i++) {
                Criteria next = criteria.next();
                List<String> expected = known.stream()
                        .filter(message -> message.isChosenBy(next))
                        .map(message -> message.id().toString())
                        .toList();
                assertThat(select(stage, archive, next))
                        .as("seed %d, number %d: %s", seed, i, next.askedFilters())
                        .isEqualTo(expected);
                chosen += expected.size();
            }
            assertThat(chosen).as("seed %d", seed).isPositive();
        }
    }

    // The index goes when its messages do, but for the block that tells how far it has come.
    @OnEveryDatabase
    void theIndexForgetsBlocksWithoutMessages(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = stage.call(
                            "CreateArchive", "{'ArchiveName':'mine','Retention':{'RetentionPeriod':'THREE_MONTHS'}}")
                    .text("ArchiveId");
            for (int block = 0; block < 3; block++) {
                letHaveArrived(stage, (block + 1L) * Block.MESSAGES - 1);
                archive(
                        stage,
                        id,
                        new SampleArrivals(new Random(1)).some(1, stage.clock.instant(), Duration.ofDays(1)));
            }
            stage.upkeep(Indexing.class);
            stage.upkeep(Sweep.class);
            assertThat(blocks(stage, id)).isEqualTo(3);
            stage.clock.advance(Duration.ofDays(100));
            stage.upkeep(Sweep.class);
            assertThat(blocks(stage, id)).isEqualTo(1);
            stage.upkeep(Indexing.class);
            assertThat(blocks(stage, id)).isEqualTo(1);

            stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(id));
            stage.clock.advance(Duration.ofDays(30));
            stage.upkeep(Sweep.class);
            assertThat(stage.database.<Integer>read(handle -> handle.createQuery(
                                    "SELECT (SELECT count(*) FROM mail_index_block) + (SELECT count(*) FROM mail_index_slice)")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        }
    }

    /** As if so many messages had arrived and been left out. */
    private static void letHaveArrived(Stage stage, long arrivals) {
        stage.database.write(handle -> handle.execute("UPDATE mail_archive SET arrivals = ?", arrivals));
    }

    private static List<KnownMessage> archive(Stage stage, String archive, List<Arrival> arrivals) {
        List<Archived> archived = stage.mailManager.arrivals().archive(archive, arrivals);
        List<KnownMessage> known = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            known.add(KnownMessage.of(archived.get(i).id(), arrivals.get(i)));
        }
        return known;
    }

    private static ArchiveRow find(Stage stage, String id) {
        return stage.database.read(
                handle -> ArchiveStore.find(handle, id, stage.clock.instant()).orElseThrow());
    }

    private static int blocks(Stage stage, String id) {
        ArchiveRow archive = find(stage, id);
        return stage.database.read(handle -> IndexStore.list(handle, archive).size());
    }

    private static List<String> select(Stage stage, ArchiveRow archive, Criteria criteria) {
        List<String> found = new ArrayList<>();
        stage.database.read(handle -> {
            new Selection(archive, criteria, stage.clock.instant())
                    .newestFirst(
                            handle, () -> {}, message -> found.add(message.id().toString()));
            return found;
        });
        return found;
    }
}
