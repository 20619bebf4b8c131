package dev.entrepot.simpledb.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Jobs;
import dev.entrepot.simpledb.SimpleDb;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.Optional;
import java.util.OptionalLong;

/** Selects read every unindexed item: were they left so, or without a bound, each select would read the whole domain. */
class SettlerTest {
    private Database database;

    @OnEveryDatabase
    void whatIsWrittenSettlesByItself(TestDatabase test) {
        open(test);
        try (var settler = new Settler(database, new SettableClock())) {
            settler.start();
            put("one", 10);
            Eventually.await(() -> indexed() == 1);
            put("two", 10);
            Eventually.await(() -> indexed() == 2);
        }
    }

    @OnEveryDatabase
    void whoWritesMuchLetsItSettleBeforeGoingOn(TestDatabase test) {
        open(test);
        OptionalLong overfull = put("small", 10);
        assertThat(overfull).isEmpty();
        for (int item = 0; overfull.isEmpty(); item++) {
            assertThat(item).isLessThan(100);
            overfull = put("large" + item, 1 << 20);
        }
        assertThat(indexed()).isZero();
        var settler = new Settler(database, new SettableClock());
        settler.relieve(overfull.getAsLong());
        assertThat(indexed()).isGreaterThan(10);
        long before = indexed();
        put("another", 10);
        settler.relieve(overfull.getAsLong());
        assertThat(indexed()).as("little is left to the settler's own time").isEqualTo(before);
    }

    private void open(TestDatabase test) {
        database = test.open(Jobs.MIGRATIONS, SimpleDb.MIGRATIONS);
        database.write(handle -> {
            DomainStore.create(handle, Stage.OWNER, "domain");
            return true;
        });
    }

    private OptionalLong put(String item, int documentBytes) {
        var attributes = new Attributes();
        for (int i = 0; i <= documentBytes / 1024; i++) {
            attributes.add("a", i + "x".repeat(1000));
        }
        return database.write(handle -> {
            DomainWrite write = DomainWrite.begin(handle, Stage.OWNER, "domain").orElseThrow();
            write.put(item, Optional.empty(), ItemDocument.write(item, attributes));
            write.end();
            return write.overfull();
        });
    }

    private long indexed() {
        return database.read(handle -> handle.createQuery("SELECT count(DISTINCT item) FROM simpledb_value")
                .mapTo(Long.class)
                .one());
    }
}
