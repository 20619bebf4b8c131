package dev.entrepot.cleanroomsml.lookalike;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gives texts numbers, the next one to a new text. Texts lie beside each other in UTF-8: some 20 bytes each, not 100. */
final class Dictionary {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[1 << 12];
    /** Where each text begins, and the last one ends. */
    private int[] starts = new int[1 << 8];

    private int size;
    /** Numbers plus one, by open addressing; at most half full. */
    private int[] table = new int[1 << 9];

    int number(String text) {
        byte[] key = text.getBytes(StandardCharsets.UTF_8);
        int place = place(key, 0, key.length);
        if (table[place] == 0) {
            append(key);
            table[place] = size;
            if (2 * size > table.length) {
                enlarge();
                return size - 1;
            }
        }
        return table[place] - 1;
    }

    int size() {
        return size;
    }

    Ids ids() {
        return new Ids(bytes, Arrays.copyOf(starts, size + 1));
    }

    private void append(byte[] key) {
        int begin = starts[size];
        if (key.length > LARGEST - begin) {
            throw new IllegalStateException("The ids are longer than 2 GiB together, at number " + size);
        }
        int end = begin + key.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(end, bytes.length * 3L / 2)));
        }
        System.arraycopy(key, 0, bytes, begin, key.length);
        if (++size == starts.length) {
            starts = Arrays.copyOf(starts, size + (size >> 1));
        }
        starts[size] = end;
    }

    private void enlarge() {
        table = new int[table.length * 2];
        for (int number = 0; number < size; number++) {
            table[place(bytes, starts[number], starts[number + 1])] = number + 1;
        }
    }

    /** Where the text is, or is to be. */
    private int place(byte[] in, int from, int to) {
        int mask = table.length - 1;
        int place = hash(in, from, to) & mask;
        while (table[place] != 0) {
            int number = table[place] - 1;
            if (Arrays.equals(bytes, starts[number], starts[number + 1], in, from, to)) {
                break;
            }
            place = (place + 1) & mask;
        }
        return place;
    }

    private static int hash(byte[] in, int from, int to) {
        int hash = 0;
        for (int place = from; place < to; place++) {
            hash = 31 * hash + in[place];
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
