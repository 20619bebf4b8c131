package dev.entrepot.cleanroomsml.lookalike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes interactions one by one, in any order: each {@link #add}, then its features. Rows of the same user, item and time are one
 * interaction: it has the categories of all of them, and of each amount the greatest. The order of columns does not matter either, but
 * their names do. Not for several threads.
 */
public final class Interactions {
    private static final long LATEST = 100_000_000_000L;

    final Dictionary users = new Dictionary();
    final Dictionary items = new Dictionary();
    final IntList user = new IntList();
    final IntList item = new IntList();
    final List<CategoryColumn> categories = new ArrayList<>();
    final List<AmountColumn> amounts = new ArrayList<>();
    private long[] times = new long[1024];

    /** A column of categories; the number names it in {@link #category}. */
    public int categorical(String name) {
        categories.add(new CategoryColumn(name));
        return categories.size() - 1;
    }

    /** A column of numbers; the number names it in {@link #amount}. */
    public int numerical(String name) {
        amounts.add(new AmountColumn(name));
        return amounts.size() - 1;
    }

    /**
     * The next interaction.
     *
     * @param epochSecond at most 10^11 away from 0
     */
    public void add(String userId, String itemId, long epochSecond) {
        if (epochSecond > LATEST || epochSecond < -LATEST) {
            throw new IllegalArgumentException("Not a time in seconds: " + epochSecond);
        }
        int row = user.size();
        if (row == times.length) {
            times = Arrays.copyOf(times, Capacity.above(row));
        }
        times[row] = epochSecond;
        user.add(users.number(userId));
        item.add(items.number(itemId));
    }

    /** A category of the last interaction, which may have several of one column. */
    public void category(int column, String value) {
        categories.get(column).add(last(), value);
    }

    /** A number of the last interaction; what is not finite is as good as missing. */
    public void amount(int column, double value) {
        amounts.get(column).add(last(), value);
    }

    /** Those so far, those that are repeated too. */
    public int size() {
        return user.size();
    }

    /** All interactions so far, in order and without repetitions. This object is used up. */
    public TrainingData finish() {
        return new Sorting(this).data();
    }

    long time(int row) {
        return times[row];
    }

    private int last() {
        if (size() == 0) {
            throw new IllegalStateException("No interaction to have a feature");
        }
        return size() - 1;
    }
}
