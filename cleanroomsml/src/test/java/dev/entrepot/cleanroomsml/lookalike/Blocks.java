package dev.entrepot.cleanroomsml.lookalike;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** 300 users: 100 who met only items of their own, and 200 who met none of these. */
final class Blocks {
    static final List<String> ALIKE = ids(0, 100);
    static final List<String> OTHERS = ids(100, 300);

    private Blocks() {}

    /** One row for each interaction, in an order that depends on the seed while the interactions do not. */
    static Interactions interactions(long orderSeed) {
        record Row(int user, int item, String country, double amount) {}
        var random = new Random(5);
        var rows = new ArrayList<Row>();
        for (int user = 0; user < 300; user++) {
            for (int count = 0; count < 8; count++) {
                int item = random.nextInt(30) + (user < 100 ? 0 : 30);
                rows.add(new Row(user, item, "c" + user % 3, 1.0 / (1 + random.nextInt(50))));
            }
        }
        Collections.shuffle(rows, new Random(orderSeed));
        var interactions = new Interactions();
        int country = interactions.categorical("country");
        int amount = interactions.numerical("amount");
        for (Row row : rows) {
            interactions.add(id(row.user), "item-" + row.item, 1000 + row.item % 3);
            interactions.category(country, row.country);
            interactions.amount(amount, row.amount);
        }
        return interactions;
    }

    static LookalikeModel model() {
        return LookalikeModel.train(interactions(1).finish(), TrainingSettings.seeded(1), _ -> {});
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(Blocks::id).toList();
    }

    private static String id(int user) {
        return "u%03d".formatted(user);
    }
}
