package dev.entrepot.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

/** Tables come up to date when the program starts, without a person and without losing anything. */
class MigrationsTest {
    private static final Migrations FIRST = Migrations.of("shop", "V1__articles.sql");
    private static final Migrations BOTH = Migrations.of("shop", "V1__articles.sql", "V2__prices.sql");
    private static final Migrations OTHER = Migrations.of("depot", "V1__shelves.sql");

    // An upgrade adds a script to a module that has data.
    @OnEveryDatabase
    void aNewScriptRunsOnAnExistingDatabase(TestDatabase test) {
        try (Database old = test.open(FIRST)) {
            old.write(handle -> handle.execute("INSERT INTO article (name) VALUES ('pen')"));
        }
        Database upgraded = test.open(BOTH);
        assertThat(upgraded.<Integer>write(handle -> handle.execute("UPDATE article SET price = 3")))
                .isEqualTo(1);
    }

    // Each module counts its own versions; nobody has to ask the others for a number.
    @OnEveryDatabase
    void aModuleThatComesLaterHasItsOwnVersionOne(TestDatabase test) {
        test.open(FIRST).close();
        Database both = test.open(FIRST, OTHER);
        assertThat(both.<Integer>write(handle -> handle.execute("INSERT INTO shelf (name) VALUES ('top')")))
                .isEqualTo(1);
    }

    // PostgreSQL orders text by the server's language unless told otherwise; SimpleDB orders by bytes.
    @OnEveryDatabase
    void bytewiseTextIsOrderedByItsBytes(TestDatabase test) {
        Database database = test.open(FIRST);
        database.write(handle -> handle.execute("INSERT INTO article (name) VALUES ('b'), ('B'), ('a'), ('é')"));
        List<String> names = database.read(handle -> handle.createQuery("SELECT name FROM article ORDER BY name")
                .mapTo(String.class)
                .list());
        assertThat(names).containsExactly("B", "a", "b", "é");
    }

    @OnEveryDatabase
    void aScriptThatIsNotOnTheClassPathIsNamed(TestDatabase test) {
        assertThatThrownBy(() -> test.open(Migrations.of("shop", "V9__missing.sql")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("/db/migration/shop/V9__missing.sql");
    }
}
