package dev.entrepot.mailmanager.selection;

import java.io.ByteArrayOutputStream;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Ascending numbers, none of them negative, as the gaps between them: seven bits a byte, the lowest first. */
public final class Gaps {
    private static final int BITS = 7;

    private Gaps() {}

    public static byte[] encode(LongStream ascending) {
        var bytes = new ByteArrayOutputStream();
        long before = -1;
        for (var numbers = ascending.iterator(); numbers.hasNext(); ) {
            long number = numbers.nextLong();
            long gap = number - before - 1;
            while (gap >> BITS != 0) {
                bytes.write((int) (gap & 0x7F | 0x80));
                gap >>= BITS;
            }
            bytes.write((int) gap);
            before = number;
        }
        return bytes.toByteArray();
    }

    public static void decode(byte[] bytes, LongConsumer into) {
        long number = -1;
        long gap = 0;
        int shift = 0;
        for (byte b : bytes) {
            gap |= (b & 0x7FL) << shift;
            shift += BITS;
            if (b >= 0) {
                number += gap + 1;
                into.accept(number);
                gap = 0;
                shift = 0;
            }
        }
    }
}
