package dev.entrepot.cleanroomsml.lookalike;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Reads what {@link CheckedWriter} wrote; lengths come from arrays that were read, and checked, before. */
final class CheckedReader {
    private final CRC32C sum = new CRC32C();
    private final DataInputStream in;

    CheckedReader(InputStream stream) {
        in = new DataInputStream(new CheckedInputStream(new BufferedInputStream(stream, 1 << 16), sum));
    }

    /** The first array: a number that tells the format, then others. */
    int[] header(int format, int length) {
        int[] header = ints(length + 1);
        if (header[0] != format) {
            throw new CorruptFileException("A file of another format: " + Integer.toHexString(header[0]));
        }
        return Arrays.copyOfRange(header, 1, header.length);
    }

    int[] ints(int length) {
        int[] numbers = new int[length];
        checked(() -> {
            int before = 0;
            for (int next = 0; next < length; next++) {
                int bits = 0;
                int shift = 0;
                int part;
                do {
                    part = in.readUnsignedByte();
                    bits |= (part & 0x7F) << shift;
                    shift += 7;
                } while (part > 0x7F);
                before += bits >>> 1 ^ -(bits & 1);
                numbers[next] = before;
            }
        });
        return numbers;
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        checked(() -> in.readFully(bytes));
        return bytes;
    }

    float[] floats(int length) {
        float[] numbers = new float[length];
        checked(() -> {
            for (int next = 0; next < length; next++) {
                numbers[next] = in.readFloat();
            }
        });
        return numbers;
    }

    double[] doubles(int length) {
        double[] numbers = new double[length];
        checked(() -> {
            for (int next = 0; next < length; next++) {
                numbers[next] = in.readDouble();
            }
        });
        return numbers;
    }

    void end() {
        try {
            if (in.read() >= 0) {
                throw new CorruptFileException("The file goes on after its end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checked(Reading array) {
        try {
            array.read();
            int expected = (int) sum.getValue();
            if (in.readInt() != expected) {
                throw new CorruptFileException("The file is not as it was written: a checksum is wrong");
            }
        } catch (EOFException e) {
            throw new CorruptFileException("The file ends too early");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws IOException;
    }
}
