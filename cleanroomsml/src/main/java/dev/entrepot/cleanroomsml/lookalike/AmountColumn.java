package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;

/** One column's numbers as they arrive, by interaction. */
final class AmountColumn {
    private final String name;
    private double[] numbers = {};

    AmountColumn(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(int row, double number) {
        if (!Double.isFinite(number)) {
            return;
        }
        if (row >= numbers.length) {
            int size = numbers.length;
            numbers = Arrays.copyOf(numbers, Math.max(Capacity.above(size), row + 1));
            Arrays.fill(numbers, size, numbers.length, Double.NaN);
        }
        numbers[row] = Double.isNaN(numbers[row]) ? number : Math.max(numbers[row], number);
    }

    /** NaN where there is none. */
    double get(int row) {
        return row < numbers.length ? numbers[row] : Double.NaN;
    }
}
