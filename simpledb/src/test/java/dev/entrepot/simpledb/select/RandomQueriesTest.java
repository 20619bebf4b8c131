package dev.entrepot.simpledb.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Jobs;
import dev.entrepot.simpledb.SimpleDb;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.Domain;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.domain.DomainWrite;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A select that finds one item too few is worse than a slow one: each is compared with a second reading of the rules. */
class RandomQueriesTest {
    private static final int DOMAINS = 40;
    private static final int QUERIES_A_DOMAIN = 130;

    @OnEveryDatabase
    void selectsFindWhatASecondReadingOfTheRulesFinds(TestDatabase test) {
        Database database = test.open(Jobs.MIGRATIONS, SimpleDb.MIGRATIONS);
        for (int seed = 0; seed < DOMAINS; seed++) {
            var random = new Random(seed);
            String name = "domain" + seed;
            var items = items(random);
            Domain domain = store(database, name, items);
            for (int i = 0; i < QUERIES_A_DOMAIN; i++) {
                RandomQuery query = RandomQuery.of(random, 3);
                String text = "select itemName() from " + name + " where " + query.text() + " limit 2500";
                SelectStatement statement;
                try {
                    statement = SelectStatement.parse(text);
                } catch (InvalidSelect tooLarge) {
                    continue; // more than twenty comparisons
                }
                Set<String> found =
                        database.read(handle -> new SelectExecutor(handle, domain.id(), statement, () -> false)
                                .page(Optional.empty()).rows().stream()
                                        .map(SelectPage.Row::itemName)
                                        .collect(Collectors.toSet()));
                assertThat(found).as("seed %d: %s", seed, text).isEqualTo(Set.copyOf(query.select(items)));
            }
        }
    }

    private static RandomQuery.Items items(Random random) {
        var items = new HashMap<String, Map<String, Set<String>>>();
        for (int i = random.nextInt(15); i > 0; i--) {
            var attributes = new HashMap<String, Set<String>>();
            for (int pairs = 1 + random.nextInt(5); pairs > 0; pairs--) {
                attributes
                        .computeIfAbsent(oneOf(RandomQuery.ATTRIBUTES, random), any -> new TreeSet<>())
                        .add(oneOf(RandomQuery.VALUES, random));
            }
            items.put("1" + oneOf(RandomQuery.VALUES, random), attributes);
        }
        return new RandomQuery.Items(items);
    }

    private static String oneOf(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static Domain store(Database database, String name, RandomQuery.Items items) {
        return database.write(handle -> {
            DomainStore.create(handle, Stage.OWNER, name);
            DomainWrite write = DomainWrite.begin(handle, Stage.OWNER, name).orElseThrow();
            items.all().forEach((item, values) -> {
                var attributes = new Attributes();
                values.forEach((attribute, set) -> set.forEach(value -> attributes.add(attribute, value)));
                write.put(item, Optional.empty(), ItemDocument.write(item, attributes));
            });
            write.end();
            return DomainStore.find(handle, Stage.OWNER, name).orElseThrow();
        });
    }
}
