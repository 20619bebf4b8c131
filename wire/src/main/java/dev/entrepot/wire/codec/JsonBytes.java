package dev.entrepot.wire.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks through the bytes of JSON texts, eight at once, for those that do not stand for themselves: quotes, backslashes, controls. */
final class JsonBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_BYTE = 0x0101_0101_0101_0101L;

    private JsonBytes() {}

    /** The next such byte at or after {@code from}; the length when there is none. */
    static int nextSpecial(byte[] utf8, int from) {
        int at = from;
        int lastEight = utf8.length - Long.BYTES;
        while (at < lastEight) {
            long found = special((long) LONGS.get(utf8, at));
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        if (lastEight >= 0 && at >= lastEight && special((long) LONGS.get(utf8, lastEight)) == 0) {
            return utf8.length;
        }
        while (at < utf8.length && isPlain(utf8[at])) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(byte b) {
        return b != '"' && b != '\\' && (b < 0 || b >= ' ');
    }

    /** The highest bit of each special byte. A borrow may set that of a byte after the first one, never of one before. */
    private static long special(long eight) {
        long quote = eight ^ EVERY_BYTE * '"';
        long backslash = eight ^ EVERY_BYTE * '\\';
        long found = (eight - EVERY_BYTE * ' ') & ~eight
                | (quote - EVERY_BYTE) & ~quote
                | (backslash - EVERY_BYTE) & ~backslash;
        return found & EVERY_BYTE << 7;
    }
}
