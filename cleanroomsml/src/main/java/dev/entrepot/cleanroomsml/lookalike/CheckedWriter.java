package dev.entrepot.cleanroomsml.lookalike;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes arrays, each followed by a checksum of everything so far, so that a reader can trust one before it reads the next. */
final class CheckedWriter {
    private final CRC32C sum = new CRC32C();
    private final DataOutputStream out;

    CheckedWriter(OutputStream stream) {
        out = new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(stream, sum), 1 << 16));
    }

    /** Each number as its distance from the one before, in as few bytes as that takes: most arrays ascend in small steps. */
    void ints(int... numbers) {
        checked(() -> {
            int before = 0;
            for (int number : numbers) {
                int distance = number - before;
                int bits = distance << 1 ^ distance >> 31;
                for (; (bits & ~0x7F) != 0; bits >>>= 7) {
                    out.write(bits | 0x80);
                }
                out.write(bits);
                before = number;
            }
        });
    }

    void bytes(byte[] bytes, int length) {
        checked(() -> out.write(bytes, 0, length));
    }

    void floats(float[] numbers) {
        checked(() -> {
            for (float number : numbers) {
                out.writeFloat(number);
            }
        });
    }

    void doubles(double... numbers) {
        checked(() -> {
            for (double number : numbers) {
                out.writeDouble(number);
            }
        });
    }

    private void checked(Writing array) {
        try {
            array.write();
            out.flush();
            out.writeInt((int) sum.getValue());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
