package dev.entrepot.bench;

import dev.entrepot.bench.program.Form;
import dev.entrepot.bench.program.SignedRequests;
import dev.entrepot.bench.sample.SampleDirectory;
import dev.entrepot.bench.sample.SampleItems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Selects over a million items that the index can answer. Target: 99 of 100 in less than 10 ms, one client. */
final class SelectBenchmark implements Benchmark {
    private static final int ITEMS = 1_000_000;
    private static final int REQUESTS = 2_000;
    private static final int PAGE = 100;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    @Override
    public void run(Setting setting) {
        var random = new Random(1);
        new LoadRun(setting, ITEMS, 1)
                .lasting(Duration.ofSeconds(5), Duration.ofSeconds(2))
                .run(
                        select(
                                "equality, one item",
                                _ -> "where title = '" + titleOf(random.nextInt(ITEMS)) + "'",
                                items -> items >= 1),
                        select(
                                "range, some 60 items",
                                _ -> {
                                    String start = letters(random) + letters(random);
                                    return "where title between '" + start + "c' and '" + start + "ezz'";
                                },
                                items -> items > 10 && items <= PAGE),
                        select(
                                "equality and a wide range",
                                _ -> "where title = '" + titleOf(random.nextInt(ITEMS)) + "' and maker > ' '",
                                items -> items >= 1),
                        select(
                                "order by, from the start",
                                _ -> "where price is not null order by price limit 100",
                                items -> items == PAGE),
                        select(
                                "order by, from a value",
                                _ -> "where price > '" + letters(random) + letters(random)
                                        + "' order by price limit 100",
                                items -> items == PAGE),
                        select(
                                "order by desc",
                                _ -> "where price < '" + letters(random) + letters(random)
                                        + "' order by price desc limit 100",
                                items -> items == PAGE));
    }

    private static String titleOf(int item) {
        return SampleItems.attributes(item).of("title").first();
    }

    private static String letters(Random random) {
        return String.valueOf(LETTERS.charAt(random.nextInt(1, LETTERS.length())));
    }

    /** @param found whether so many items are right */
    private static LoadRun.Kind select(String name, IntFunction<String> rest, IntPredicate found) {
        return new LoadRun.Kind(
                name,
                signing -> requests(signing, rest),
                (_, body) -> found.test(body.split("<Item><Name>", -1).length - 1));
    }

    private static List<byte[]> requests(SignedRequests signing, IntFunction<String> rest) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(number -> Form.of("Select")
                        .with(Map.of(
                                "SelectExpression",
                                "select * from " + SampleDirectory.DOMAIN + " " + rest.apply(number))))
                .map(form -> signing.bytes("/", Form.CONTENT_TYPE, form.toString()))
                .toList();
    }
}
