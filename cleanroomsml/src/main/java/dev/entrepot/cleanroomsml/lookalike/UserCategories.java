package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;

/** How many of each user's interactions have each category of a column. */
final class UserCategories {
    private final Sorting sorting;
    private final CategoryColumn column;
    private final int[] rank;

    UserCategories(Sorting sorting, CategoryColumn column) {
        this.sorting = sorting;
        this.column = column;
        rank = Sorting.ranks(column.values().sorted());
    }

    Rows rows(int[] users) {
        int[] starts = new int[users.length + 1];
        var categories = new IntList();
        var counts = new IntList();
        for (int user = 0; user < users.length; user++) {
            long[] pairs = pairs(users[user]);
            for (int next = 0, first = 0; next < pairs.length; next++) {
                if (next + 1 == pairs.length || category(pairs[next]) != category(pairs[next + 1])) {
                    categories.add(category(pairs[next]));
                    counts.add(next + 1 - first);
                    first = next + 1;
                }
            }
            starts[user + 1] = categories.size();
        }
        float[] values = new float[counts.size()];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = counts.get(cell);
        }
        return new Rows(rank.length, starts, categories.toArray(), values);
    }

    /** Category and interaction, in order, each pair once. */
    private long[] pairs(int user) {
        var pairs = new long[16];
        int size = 0;
        int interaction = -1;
        for (int place = sorting.start(user); place < sorting.start(user + 1); place++) {
            interaction += sorting.isFirst(place) ? 1 : 0;
            for (int at = column.start(sorting.row(place)); at < column.start(sorting.row(place) + 1); at++) {
                if (size == pairs.length) {
                    pairs = Arrays.copyOf(pairs, Capacity.above(size));
                }
                pairs[size++] = (long) rank[column.value(at)] << 32 | interaction;
            }
        }
        return Arrays.stream(pairs, 0, size).sorted().distinct().toArray();
    }

    private static int category(long pair) {
        return (int) (pair >>> 32);
    }
}
