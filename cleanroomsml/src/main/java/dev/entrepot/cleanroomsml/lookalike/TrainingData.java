package dev.entrepot.cleanroomsml.lookalike;

import java.util.List;

/**
 * Interactions in order, from which a model is trained. Users with fewer than two are counted and left out of all else.
 */
public final class TrainingData {
    final Ids users;
    final int itemCount;
    /** Where each user's interactions begin, and the last one's end. */
    final int[] starts;
    /** Of each interaction: a user's are in the order of item and time. */
    final int[] items;

    final long[] times;
    /** Of each categorical column: users by categories. */
    final List<Rows> categories;
    /** Of each numerical column: its statistics by user. */
    final List<double[][]> amounts;

    private final long records;

    TrainingData(
            Ids users,
            int itemCount,
            int[] starts,
            int[] items,
            long[] times,
            List<Rows> categories,
            List<double[][]> amounts,
            long records) {
        this.users = users;
        this.itemCount = itemCount;
        this.starts = starts;
        this.items = items;
        this.times = times;
        this.categories = categories;
        this.amounts = amounts;
        this.records = records;
    }

    /** Users who have two interactions at least: those that a model ranks. */
    public int users() {
        return users.size();
    }

    /** All different interactions. */
    public long records() {
        return records;
    }
}
