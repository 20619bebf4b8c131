package dev.entrepot.simpledb.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Jobs;
import dev.entrepot.simpledb.SimpleDb;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** An export promises one moment of a domain; writes go on while it reads, over many transactions. */
class ExportedDomainTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final TreeMap<String, String> model = new TreeMap<>();

    // The oracle is a plain map: whatever is written after the moment, a reader of the moment finds the map as it was.
    @OnEveryDatabase
    void readsTheMomentWhateverIsWrittenAfterIt(TestDatabase test) {
        Database database = test.open(Jobs.MIGRATIONS, SimpleDb.MIGRATIONS);
        create(database);
        var random = new Random(7);
        write(database, random, 60);

        var first = new TreeMap<>(model);
        ExportedDomain one = database.write(handle -> ExportedDomain.begin(handle, "one", domain(database), NOW));
        write(database, random, 40);
        var second = new TreeMap<>(model);
        ExportedDomain two = database.write(handle -> ExportedDomain.begin(handle, "two", domain(database), NOW));
        for (int i = 0; i < 10; i++) {
            write(database, random, 20);
            assertThat(documents(database, one, NameRange.ALL)).containsExactlyElementsOf(first.values());
            assertThat(documents(database, two, NameRange.ALL)).containsExactlyElementsOf(second.values());
        }
        assertThat(one.items()).isEqualTo(first.size());
        assertThat(two.items()).isEqualTo(second.size());
        assertThat(two.bytes())
                .isEqualTo(second.values().stream().mapToInt(String::length).sum());

        database.write(handle -> {
            ExportedDomain.end(handle, "one");
            ExportedDomain.end(handle, "one");
            return true;
        });
        assertThat(documents(database, two, NameRange.ALL)).containsExactlyElementsOf(second.values());
        database.write(handle -> {
            ExportedDomain.end(handle, "two");
            return true;
        });
    }

    // Parts are stretches: together they hold every item once, and what the plan says of them is what an export finds.
    @OnEveryDatabase
    void stretchesCutTheDomainWithoutGapOrOverlap(TestDatabase test) {
        Database database = test.open(Jobs.MIGRATIONS, SimpleDb.MIGRATIONS);
        create(database);
        write(database, new Random(3), 80);
        ExportedDomain moment = database.write(handle -> ExportedDomain.begin(handle, "one", domain(database), NOW));
        write(database, new Random(4), 20);
        assertThat(cut(database, moment, 7, 1_000_000)).hasSizeGreaterThan(1);
        assertThat(cut(database, moment, 1_000, 50)).hasSizeGreaterThan(1);
        assertThat(cut(database, moment, 1_000, 1)).allMatch(stretch -> stretch.items() == 1);
    }

    // A large domain is cut without being read; the ranges must hold every item once all the same, and be about even.
    @OnEveryDatabase
    void aLargeDomainIsCutAtItsMilestones(TestDatabase test) {
        Database database = test.open(Jobs.MIGRATIONS, SimpleDb.MIGRATIONS);
        create(database);
        int items = 60_000;
        database.write(handle -> {
            DomainWrite write = DomainWrite.begin(handle, Stage.OWNER, "domain").orElseThrow();
            for (int i = 0; i < items; i++) {
                write.put("item%06d".formatted(i), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8));
            }
            write.end();
            return true;
        });
        ExportedDomain moment = database.write(handle -> ExportedDomain.begin(handle, "one", domain(database), NOW));
        assertThat(moment.items()).isEqualTo(items);
        List<NameRange> ranges = database.read(handle -> moment.ranges(handle, 20_000, 1 << 20));
        assertThat(ranges).hasSize(3).isEqualTo(database.read(handle -> moment.ranges(handle, 20_000, 1 << 20)));
        int found = 0;
        for (NameRange range : ranges) {
            int inRange = documents(database, moment, range).size();
            assertThat(inRange).isBetween(14_000, 26_000);
            found += inRange;
        }
        assertThat(found).isEqualTo(items);
    }

    // A plan has at least one part, so that an empty domain too gets its data file.
    @OnEveryDatabase
    void anEmptyDomainIsOneEmptyStretch(TestDatabase test) {
        Database database = test.open(Jobs.MIGRATIONS, SimpleDb.MIGRATIONS);
        create(database);
        ExportedDomain moment = database.write(handle -> ExportedDomain.begin(handle, "one", domain(database), NOW));
        assertThat(stretches(database, moment, 7, 50)).containsExactly(new Stretch(NameRange.ALL, 0, 0));
    }

    private static List<Stretch> cut(Database database, ExportedDomain moment, int items, int bytes) {
        List<Stretch> stretches = stretches(database, moment, items, bytes);
        var all = new ArrayList<String>();
        for (Stretch stretch : stretches) {
            List<String> found = documents(database, moment, stretch.range());
            assertThat(found).hasSize((int) stretch.items()).hasSizeLessThanOrEqualTo(items);
            int length = found.stream().mapToInt(String::length).sum();
            assertThat(length).isEqualTo((int) stretch.bytes());
            assertThat(length <= bytes || found.size() == 1).isTrue();
            all.addAll(found);
        }
        assertThat(all).containsExactlyElementsOf(documents(database, moment, NameRange.ALL));
        return stretches;
    }

    private static List<Stretch> stretches(Database database, ExportedDomain moment, int items, int bytes) {
        return database.read(handle -> moment.stretches(handle, items, bytes));
    }

    private static void create(Database database) {
        database.write(handle -> {
            DomainStore.create(handle, Stage.OWNER, "domain");
            return true;
        });
    }

    private static Domain domain(Database database) {
        return database.read(
                handle -> DomainStore.find(handle, Stage.OWNER, "domain").orElseThrow());
    }

    /** Puts and deletes random items, in the database and in the model; names are such that bytes and characters sort alike. */
    private void write(Database database, Random random, int writes) {
        for (int i = 0; i < writes; i++) {
            String name = "item" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(3));
            boolean delete = random.nextInt(3) == 0;
            String document = "{\"" + name + "\":" + random.nextInt(1000) + "}";
            database.write(handle -> {
                DomainWrite write =
                        DomainWrite.begin(handle, Stage.OWNER, "domain").orElseThrow();
                Optional<ItemImage> before = write.find(name);
                if (delete) {
                    write.delete(name, before);
                } else {
                    write.put(name, before, document.getBytes(StandardCharsets.UTF_8));
                }
                write.end();
                return true;
            });
            if (delete) {
                model.remove(name);
            } else {
                model.put(name, document);
            }
        }
    }

    private static List<String> documents(Database database, ExportedDomain moment, NameRange range) {
        return database.read(handle -> moment.documents(handle, range, documents -> {
            var list = new ArrayList<String>();
            documents.forEachRemaining(document -> list.add(new String(document, StandardCharsets.UTF_8)));
            return list;
        }));
    }
}
