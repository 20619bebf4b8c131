package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;

/** Mean, greatest and logarithm of the sum of the numbers that a user has in a column. */
final class UserAmounts {
    static final int STATISTICS = 3;

    private final Sorting sorting;
    private final AmountColumn column;

    UserAmounts(Sorting sorting, AmountColumn column) {
        this.sorting = sorting;
        this.column = column;
    }

    /** Three columns, of a value for each user; NaN where a user has no number. */
    double[][] statistics(int[] users) {
        double[][] statistics = new double[STATISTICS][users.length];
        for (int user = 0; user < users.length; user++) {
            double[] amounts = amounts(users[user]);
            double sum = 0;
            for (double amount : amounts) {
                sum += amount;
            }
            statistics[0][user] = sum / amounts.length;
            statistics[1][user] = Arrays.stream(amounts).max().orElse(Double.NaN);
            statistics[2][user] =
                    amounts.length == 0 ? Double.NaN : Math.copySign(StrictMath.log1p(Math.abs(sum)), sum);
        }
        return statistics;
    }

    /** One of each interaction that has any, in the order of interactions, so that the sum is always the same. */
    private double[] amounts(int user) {
        int from = sorting.start(user);
        double[] amounts = new double[sorting.start(user + 1) - from];
        int size = 0;
        double greatest = Double.NaN;
        for (int place = from; place <= from + amounts.length; place++) {
            boolean ended = place == from + amounts.length;
            if (ended || sorting.isFirst(place)) {
                if (!Double.isNaN(greatest)) {
                    amounts[size++] = greatest;
                }
                greatest = Double.NaN;
            }
            if (!ended) {
                double number = column.get(sorting.row(place));
                greatest =
                        Double.isNaN(greatest) ? number : Double.isNaN(number) ? greatest : Math.max(greatest, number);
            }
        }
        return Arrays.copyOf(amounts, size);
    }
}
