package dev.entrepot.simpledb.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Jobs;
import dev.entrepot.simpledb.SimpleDb;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/** Figures and index are kept by differences: one that is wrong once stays wrong for good, and selects with it. */
class DomainFiguresTest {
    private static final String[] NAMES = {"a", "b", "ü", "name"};

    @OnEveryDatabase
    void figuresAndIndexAreThoseOfTheItemsWhateverIsWritten(TestDatabase test) {
        Database database = test.open(Jobs.MIGRATIONS, SimpleDb.MIGRATIONS);
        database.write(handle -> {
            DomainStore.create(handle, Stage.OWNER, "domain");
            DomainStore.create(handle, Stage.OWNER, "other");
            return true;
        });
        var random = new Random(11);
        var settling = new RandomSettling(database, new Random(12));
        for (int i = 0; i < 400; i++) {
            boolean failing = random.nextInt(8) == 0;
            String domain = random.nextInt(5) == 0 ? "other" : "domain";
            try {
                database.write(handle -> {
                    DomainWrite write =
                            DomainWrite.begin(handle, Stage.OWNER, domain).orElseThrow();
                    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                        change(write, random);
                    }
                    write.end();
                    if (failing) {
                        throw new Undone();
                    }
                    return true;
                });
            } catch (Undone expected) {
                // what a failed condition does to a batch
            }
            if (random.nextInt(4) == 0) {
                settling.step();
            }
            if (i % 10 == 0 || i > 380) {
                database.read(handle -> checkFigures(handle, "domain") && checkFigures(handle, "other"));
            }
            if (i % 40 == 0 || i > 390) {
                settling.finish();
                database.read(handle ->
                        checkIndex(handle, "domain") && checkIndex(handle, "other") && checkNothingIsLeft(handle));
            }
        }
        assertThat(settling.deaths()).isGreaterThan(10);
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The same item may be changed several times by one write. */
    private static void change(DomainWrite write, Random random) {
        String item = "item" + random.nextInt(12);
        Optional<ItemImage> before = write.find(item);
        Attributes attributes =
                before.map(ItemImage::document).map(ItemDocument::read).orElseGet(Attributes::new);
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            String name = NAMES[random.nextInt(NAMES.length)];
            String value = "välue".substring(random.nextInt(3)) + random.nextInt(3);
            switch (random.nextInt(4)) {
                case 0 -> attributes.put(List.of(new Attributes.Put(name, value, true)));
                case 1 -> attributes.delete(List.of(new Attributes.Delete(name, Optional.empty())));
                case 2 -> attributes.delete(List.of(new Attributes.Delete(name, Optional.of(value))));
                default -> attributes.add(name, value);
            }
        }
        if (random.nextInt(5) == 0 || attributes.isEmpty()) {
            write.delete(item, before);
        } else {
            write.put(item, before, ItemDocument.write(item, attributes));
        }
    }

    private static boolean checkFigures(Handle handle, String name) {
        Domain domain = DomainStore.find(handle, Stage.OWNER, name).orElseThrow();
        var recounted = RecountedDomain.of(handle, domain.id());
        assertThat(DomainStatistics.of(handle, domain.id())).isEqualTo(recounted.statistics());
        assertThat(domain.items()).isEqualTo(recounted.statistics().itemCount());
        recounted
                .attributes()
                .forEach((attribute, figures) -> assertThat(IndexedAttribute.find(handle, domain.id(), attribute))
                        .hasValueSatisfying(found -> assertThat(new long[] {found.pairs(), found.items()})
                                .containsExactly(figures)));
        return true;
    }

    /** Once all has settled it has the pairs of the items, and no others. */
    static boolean checkIndex(Handle handle, String name) {
        Domain domain = DomainStore.find(handle, Stage.OWNER, name).orElseThrow();
        var recounted = RecountedDomain.of(handle, domain.id());
        assertThat(handle.createQuery("""
                                SELECT a.name, v.value, v.item FROM simpledb_attribute a
                                JOIN simpledb_value v ON v.attribute_id = a.id WHERE a.domain_id = ?""")
                        .bind(0, domain.id())
                        .map((row, context) -> RecountedDomain.entry(row.getBytes(1), row.getBytes(2), row.getBytes(3)))
                        .list())
                .containsExactlyInAnyOrderElementsOf(recounted.entries());
        assertThat(handle.createQuery("SELECT name FROM simpledb_attribute WHERE domain_id = ?")
                        .bind(0, domain.id())
                        .map((row, context) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .list())
                .containsExactlyInAnyOrderElementsOf(recounted.attributes().keySet());
        assertThat(rows(handle, """
                        simpledb_value v WHERE NOT EXISTS
                        (SELECT 1 FROM simpledb_attribute a WHERE a.id = v.attribute_id)""")).isZero();
        return true;
    }

    private static boolean checkNothingIsLeft(Handle handle) {
        assertThat(rows(handle, "simpledb_former_item")).isZero();
        assertThat(rows(handle, "simpledb_settling")).isZero();
        return true;
    }

    private static long rows(Handle handle, String of) {
        return handle.createQuery("SELECT count(*) FROM " + of)
                .mapTo(Long.class)
                .one();
    }
}
