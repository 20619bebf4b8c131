package dev.entrepot.simpledb.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.jobs.Jobs;
import dev.entrepot.simpledb.SimpleDb;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Dialect;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A select that finds one item too few is worse than a slow one: each is compared with a second reading of the rules. */
class RandomQueriesTest {
    private static final int QUERIES_A_DOMAIN = 300;

    private final Map<String, Integer> paths = new TreeMap<>();
    private int queries;

    /** Small pages of domains that are not, so that the planner has every reason to go every path. */
    @OnEveryDatabase
    void selectsFindWhatASecondReadingOfTheRulesFinds(TestDatabase test) {
        Database database = test.open(Jobs.MIGRATIONS, SimpleDb.MIGRATIONS);
        int domains = test.dialect() == Dialect.SQLITE ? 40 : 10;
        for (int seed = 0; seed < domains; seed++) {
            var random = new Random(seed);
            var domain = new RandomDomain(database, "domain" + seed, random);
            for (int i = 0; i < QUERIES_A_DOMAIN; i++) {
                Optional<SelectStatement> statement = statement(domain, random);
                statement.ifPresent(select -> check(domain, select, random));
                if (i % 20 == 0) {
                    domain.change();
                }
                if (i % 20 == 10) {
                    domain.settle();
                }
            }
        }
        assertThat(queries).isGreaterThan(domains * 250);
        assertThat(paths.keySet())
                .containsExactly(
                        "Gathered",
                        "Gathered, unsettled",
                        "ItemScan",
                        "ItemScan, unsettled",
                        "OneValue",
                        "OneValue, unsettled",
                        "ValueWalk",
                        "ValueWalk, unsettled");
        assertThat(paths).allSatisfy((path, taken) -> assertThat(taken).isGreaterThan(2 * domains));
    }

    private RandomQuery query = RandomQuery.of(new Random(0), 0);

    private Optional<SelectStatement> statement(RandomDomain domain, Random random) {
        query = RandomQuery.of(random, random.nextInt(4));
        int limit = random.nextBoolean() ? 1 + random.nextInt(12) : 2500;
        String output = random.nextInt(5) == 0 ? "count(*)" : random.nextBoolean() ? "itemName()" : "*";
        String select = "select " + output + " from " + domain.name() + " where ";
        try {
            if (random.nextInt(3) == 0) {
                return Optional.of(SelectStatement.parse(select + query.text() + " limit " + limit));
            }
            String key = random.nextInt(4) == 0 ? "itemName()" : "`" + RandomQuery.attribute(random) + "`";
            String direction = random.nextBoolean() ? "" : random.nextBoolean() ? " asc" : " desc";
            return Optional.of(SelectStatement.parse(select + "(" + query.text() + ") intersection " + key
                    + " is not null order by " + key + direction + " limit " + limit));
        } catch (InvalidSelect tooLarge) {
            return Optional.empty(); // more than twenty comparisons
        }
    }

    /** Walks through all pages; between them the index may settle, and items come and go, of which nothing is demanded then. */
    private void check(RandomDomain domain, SelectStatement statement, Random random) {
        List<String> expected = new ArrayList<>(expected(domain, statement));
        boolean counts = statement.output() instanceof Output.Count;
        boolean settled = domain.isSettled();
        boolean disturbed = !counts && random.nextInt(4) == 0;
        var found = new ArrayList<String>();
        var touched = new HashSet<String>();
        long counted = 0;
        Optional<Position> after = Optional.empty();
        do {
            SelectPage page = domain.page(statement, after);
            after = page.next().map(position -> Position.of(position.toBytes()));
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(statement.limit().orElseThrow());
            if (counts) {
                counted += Long.parseLong(
                        page.rows().getFirst().attributes().of("Count").first());
            } else {
                page.rows().forEach(row -> found.add(row.itemName()));
            }
            if (disturbed && after.isPresent()) {
                touched.add(domain.change());
            }
            if (after.isPresent() && random.nextInt(20) == 0) {
                domain.settle();
            }
        } while (after.isPresent());
        expected.removeAll(touched);
        found.removeAll(touched);
        String path = domain.path(statement) + (settled ? "" : ", unsettled");
        String what = domain.name() + " by " + path + ": " + query.text() + " " + statement.order();
        if (counts) {
            assertThat(counted).as(what).isEqualTo(expected.size());
        } else {
            assertThat(found).as(what).isEqualTo(expected);
        }
        paths.merge(path, 1, Integer::sum);
        queries++;
    }

    private List<String> expected(RandomDomain domain, SelectStatement statement) {
        Set<String> names = query.select(domain.items());
        if (statement.order().isEmpty()) {
            return names.stream().sorted(RandomQuery::compare).toList();
        }
        String subject = statement.order().get().subject() instanceof Subject.Attribute(String name) ? name : "";
        boolean descending = statement.order().get().descending();
        var keys = new HashMap<String, String>();
        for (String name : names) {
            domain.items().values(subject, name).stream()
                    .reduce((a, b) -> RandomQuery.compare(a, b) < 0 == descending ? b : a)
                    .ifPresent(key -> keys.put(name, key));
        }
        return keys.keySet().stream()
                .sorted((a, b) -> {
                    int order = RandomQuery.compare(keys.get(a), keys.get(b));
                    return order == 0 ? RandomQuery.compare(a, b) : descending ? -order : order;
                })
                .toList();
    }
}
