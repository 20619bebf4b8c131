package dev.entrepot.cleanroomsml.lookalike;

import java.util.ArrayList;
import java.util.List;

/**
 * What is one number for a user: how active they are and the statistics of their amounts, each with mean 0 and a small deviation. A
 * classifier keeps its weights small, so the deviations say how soon it makes use of a number.
 */
final class Traits {
    /** Hardly: most seeds are not told by their activity, and few seeds would seem to be by chance. */
    private static final double ACTIVITY = 0.05;

    private static final double AMOUNT = 0.3;

    private Traits() {}

    static Vectors of(TrainingData data) {
        var columns = new ArrayList<double[]>();
        double[] activity = new double[data.users()];
        for (int user = 0; user < activity.length; user++) {
            activity[user] = StrictMath.log(data.starts[user + 1] - data.starts[user]);
        }
        columns.add(activity);
        data.amounts.forEach(statistics -> columns.addAll(List.of(statistics)));
        float[] values = new float[Math.multiplyExact(columns.size(), data.users())];
        for (int column = 0; column < columns.size(); column++) {
            double scale = column == 0 ? ACTIVITY : AMOUNT;
            standardise(columns.get(column), scale, values, column, columns.size());
        }
        return new Vectors(columns.size(), values);
    }

    /** A user without the number gets the mean, 0. */
    private static void standardise(double[] numbers, double wanted, float[] values, int first, int step) {
        double sum = 0;
        int count = 0;
        for (double number : numbers) {
            if (!Double.isNaN(number)) {
                sum += number;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (double number : numbers) {
            squares += Double.isNaN(number) ? 0 : (number - mean) * (number - mean);
        }
        double deviation = Math.sqrt(squares / count);
        for (int row = 0, at = first; row < numbers.length && deviation > 0; row++, at += step) {
            values[at] = Double.isNaN(numbers[row]) ? 0 : (float) ((numbers[row] - mean) / deviation * wanted);
        }
    }
}
