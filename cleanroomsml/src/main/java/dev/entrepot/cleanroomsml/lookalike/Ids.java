package dev.entrepot.cleanroomsml.lookalike;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts by number, beside each other in UTF-8. Immutable. */
final class Ids {
    private final byte[] bytes;
    private final int[] starts;

    /** @param starts where each text begins, and the last one ends */
    Ids(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    int size() {
        return starts.length - 1;
    }

    String text(int number) {
        return new String(bytes, starts[number], starts[number + 1] - starts[number], StandardCharsets.UTF_8);
    }

    /** The numbers in the order of their texts' bytes. */
    int[] sorted() {
        return ((IntOrder) (one, other) -> Arrays.compareUnsigned(
                        bytes, starts[one], starts[one + 1], bytes, starts[other], starts[other + 1]))
                .sorted(size());
    }

    /** The texts of these numbers, in this order. */
    Ids select(int[] numbers) {
        int[] ends = new int[numbers.length + 1];
        for (int next = 0; next < numbers.length; next++) {
            ends[next + 1] = Math.addExact(ends[next], starts[numbers[next] + 1] - starts[numbers[next]]);
        }
        byte[] selected = new byte[ends[numbers.length]];
        for (int next = 0; next < numbers.length; next++) {
            System.arraycopy(bytes, starts[numbers[next]], selected, ends[next], ends[next + 1] - ends[next]);
        }
        return new Ids(selected, ends);
    }

    /** The number of a text, among sorted ones; negative if it is not there. */
    int find(String text) {
        byte[] key = text.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(bytes, starts[middle], starts[middle + 1], key, 0, key.length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    void write(CheckedWriter out) {
        out.ints(starts);
        out.bytes(bytes, starts[size()]);
    }

    static Ids read(CheckedReader in, int size) {
        int[] starts = in.ints(size + 1);
        return new Ids(in.bytes(starts[size]), starts);
    }
}
