package dev.entrepot.simpledb.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Jobs;
import dev.entrepot.simpledb.SimpleDb;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Dialect;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Former items serve the index and any number of exports at once, each of which needs others for longer: a row that goes too early
 * is an item missing in an export, one that stays too long is never looked for again.
 */
class OverlappingExportsTest {
    private static final int STEPS = 300;
    private final TreeMap<String, Item> model = new TreeMap<>();
    private final List<Export> open = new ArrayList<>();
    private int checked;

    /** @param write which of all writes made it so */
    private record Item(String document, int write) {}

    private record Export(ExportedDomain domain, TreeMap<String, Item> items) {}

    @OnEveryDatabase
    void eachFindsItsMomentHoweverBatchesSettleAndEnd(TestDatabase test) {
        Database database = test.open(Jobs.MIGRATIONS, SimpleDb.MIGRATIONS);
        database.write(handle -> {
            DomainStore.create(handle, Stage.OWNER, "domain");
            return true;
        });
        int runs = test.dialect() == Dialect.SQLITE ? 12 : 4;
        for (int seed = 0; seed < runs; seed++) {
            run(database, new Random(seed), seed);
        }
        assertThat(checked).isGreaterThan(runs * STEPS / 4);
    }

    private void run(Database database, Random random, int seed) {
        var settling = new RandomSettling(database, random);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(10)) {
                case 0 -> begin(database, "export " + seed + " " + step);
                case 1 -> end(database, random);
                case 2, 3 -> settling.step();
                case 4 -> {
                    if (random.nextInt(4) == 0) {
                        settling.finish();
                        assertThat(formerItems(database)).isEqualTo(needed());
                        database.read(handle -> DomainFiguresTest.checkIndex(handle, "domain"));
                    }
                }
                default -> write(database, random, seed * STEPS + step);
            }
            if (!open.isEmpty()) {
                check(database, open.get(random.nextInt(open.size())));
            }
        }
        while (!open.isEmpty()) {
            check(database, open.getLast());
            end(database, random);
        }
        settling.finish();
        assertThat(formerItems(database)).isZero();
    }

    private void begin(Database database, String id) {
        if (open.size() < 4) {
            ExportedDomain domain =
                    database.write(handle -> ExportedDomain.begin(handle, id, domain(handle), Instant.EPOCH));
            open.add(new Export(domain, new TreeMap<>(model)));
        }
    }

    private void end(Database database, Random random) {
        if (!open.isEmpty()) {
            Export export = open.remove(random.nextInt(open.size()));
            database.write(handle -> {
                ExportedDomain.end(handle, export.domain.exportId());
                return true;
            });
            Optional<ExportedDomain> ended =
                    database.read(handle -> ExportedDomain.find(handle, export.domain.exportId()));
            assertThat(ended).isEmpty();
        }
    }

    /** Some items, few enough that most of them are written again and again; now and then as they are already. */
    private void write(Database database, Random random, int number) {
        var changes = new TreeMap<String, Optional<String>>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String name = "item" + (10 + random.nextInt(20));
            boolean same = random.nextInt(5) == 0;
            changes.put(
                    name,
                    same
                            ? Optional.ofNullable(model.get(name)).map(Item::document)
                            : random.nextInt(3) == 0 ? Optional.empty() : Optional.of(document(name, number)));
        }
        database.write(handle -> {
            DomainWrite write = DomainWrite.begin(handle, Stage.OWNER, "domain").orElseThrow();
            changes.forEach((name, document) -> document.ifPresentOrElse(
                    text -> write.put(name, write.find(name), text.getBytes(StandardCharsets.UTF_8)),
                    () -> write.delete(name, write.find(name))));
            write.end();
            return true;
        });
        changes.forEach((name, document) -> document.ifPresentOrElse(
                text -> model.compute(
                        name, (_, was) -> was != null && was.document.equals(text) ? was : new Item(text, number)),
                () -> model.remove(name)));
    }

    private static String document(String name, int number) {
        var attributes = new Attributes();
        attributes.add("a", "value" + number % 7);
        attributes.add("b", "value" + number);
        return new String(ItemDocument.write(name, attributes), StandardCharsets.UTF_8);
    }

    private void check(Database database, Export export) {
        List<String> found = database.read(handle -> export.domain.documents(handle, NameRange.ALL, documents -> {
            var list = new ArrayList<String>();
            documents.forEachRemaining(document -> list.add(new String(document, StandardCharsets.UTF_8)));
            return list;
        }));
        assertThat(found)
                .as(export.domain.exportId())
                .containsExactlyElementsOf(
                        export.items.values().stream().map(Item::document).toList());
        assertThat(export.domain.items()).isEqualTo(found.size());
        checked++;
    }

    /** Every item that an open export sees and that has changed since, once however many see it. */
    private long needed() {
        var needed = new HashSet<String>();
        open.forEach(export -> export.items.forEach((name, item) -> {
            if (!item.equals(model.get(name))) {
                needed.add(name + " " + item.write);
            }
        }));
        return needed.size();
    }

    private static long formerItems(Database database) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM simpledb_former_item")
                .mapTo(Long.class)
                .one());
    }

    private static Domain domain(Handle handle) {
        return DomainStore.find(handle, Stage.OWNER, "domain").orElseThrow();
    }
}
