package dev.entrepot.cleanroomsml.lookalike;

import java.util.Arrays;

/** An order of numbers that stand for something else, such as rows or users. */
@FunctionalInterface
interface IntOrder {
    /** Below 12 elements insertion is quicker than merging. */
    int SMALL = 12;

    int compare(int one, int other);

    /** The numbers 0 to {@code size} in this order; what is equal stays in the order of the numbers. */
    default int[] sorted(int size) {
        int[] numbers = new int[size];
        Arrays.setAll(numbers, number -> number);
        sort(numbers.clone(), numbers, 0, size);
        return numbers;
    }

    /** Merge sort of a stretch: stable, without boxes. */
    default void sort(int[] numbers, int from, int to) {
        int[] sorted = Arrays.copyOfRange(numbers, from, to);
        sort(sorted.clone(), sorted, 0, sorted.length);
        System.arraycopy(sorted, 0, numbers, from, sorted.length);
    }

    /** @param source equal to the target in the stretch, and overwritten there */
    private void sort(int[] source, int[] target, int from, int to) {
        if (to - from < SMALL) {
            insert(target, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(target, source, from, middle);
        sort(target, source, middle, to);
        int left = from;
        int right = middle;
        for (int next = from; next < to; next++) {
            boolean takeLeft = right == to || left < middle && compare(source[left], source[right]) <= 0;
            target[next] = takeLeft ? source[left++] : source[right++];
        }
    }

    private void insert(int[] numbers, int from, int to) {
        for (int next = from + 1; next < to; next++) {
            int number = numbers[next];
            int place = next;
            for (; place > from && compare(numbers[place - 1], number) > 0; place--) {
                numbers[place] = numbers[place - 1];
            }
            numbers[place] = number;
        }
    }
}
