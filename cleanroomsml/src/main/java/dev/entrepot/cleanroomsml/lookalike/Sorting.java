package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Puts interactions in the order of user, item and time, whatever the order they came in. */
final class Sorting {
    private static final int FEWEST = 2;

    private final Interactions interactions;
    private final Ids userIds;
    /** Users and items by the order of their ids. */
    private final int[] sortedUsers;

    private final int[] itemRank;
    /** Rows as they came, those of one user beside each other, in order; users as they came. */
    private final int[] rows;

    private final int[] starts;

    Sorting(Interactions interactions) {
        this.interactions = interactions;
        userIds = interactions.users.ids();
        sortedUsers = userIds.sorted();
        itemRank = ranks(interactions.items.ids().sorted());
        starts = new int[userIds.size() + 1];
        rows = new int[interactions.size()];
        gather();
        IntOrder order = this::compare;
        Parallel.forPieces(userIds.size(), (from, to) -> {
            for (int user = from; user < to; user++) {
                order.sort(rows, starts[user], starts[user + 1]);
            }
        });
    }

    TrainingData data() {
        int[] different = new int[userIds.size()];
        Arrays.setAll(different, user -> (int) IntStream.range(starts[user], starts[user + 1])
                .filter(this::isFirst)
                .count());
        int[] kept = Arrays.stream(sortedUsers)
                .filter(user -> different[user] >= FEWEST)
                .toArray();
        int[] ends = new int[kept.length + 1];
        for (int user = 0; user < kept.length; user++) {
            ends[user + 1] = ends[user] + different[kept[user]];
        }
        int[] items = new int[ends[kept.length]];
        long[] times = new long[ends[kept.length]];
        Parallel.forPieces(kept.length, (from, to) -> {
            for (int user = from; user < to; user++) {
                int next = ends[user];
                for (int place = starts[kept[user]]; place < starts[kept[user] + 1]; place++) {
                    if (isFirst(place)) {
                        items[next] = item(rows[place]);
                        times[next++] = interactions.time(rows[place]);
                    }
                }
            }
        });
        return new TrainingData(
                userIds.select(kept),
                itemRank.length,
                ends,
                items,
                times,
                interactions.categories.stream()
                        .sorted(Comparator.comparing(CategoryColumn::name))
                        .map(column -> new UserCategories(this, column).rows(kept))
                        .toList(),
                interactions.amounts.stream()
                        .sorted(Comparator.comparing(AmountColumn::name))
                        .map(column -> new UserAmounts(this, column).statistics(kept))
                        .toList(),
                Arrays.stream(different).asLongStream().sum());
    }

    int start(int user) {
        return starts[user];
    }

    int row(int place) {
        return rows[place];
    }

    /** Whether a place's row is not the same interaction as the one before it. */
    boolean isFirst(int place) {
        return place == 0
                || interactions.user.get(rows[place]) != interactions.user.get(rows[place - 1])
                || compare(rows[place - 1], rows[place]) != 0;
    }

    /** The rank of each number. */
    static int[] ranks(int[] sorted) {
        int[] ranks = new int[sorted.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[sorted[rank]] = rank;
        }
        return ranks;
    }

    private void gather() {
        for (int row = 0; row < rows.length; row++) {
            starts[interactions.user.get(row) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[next[interactions.user.get(row)]++] = row;
        }
    }

    private int compare(int one, int other) {
        int byItem = Integer.compare(item(one), item(other));
        return byItem != 0 ? byItem : Long.compare(interactions.time(one), interactions.time(other));
    }

    private int item(int row) {
        return itemRank[interactions.item.get(row)];
    }
}
