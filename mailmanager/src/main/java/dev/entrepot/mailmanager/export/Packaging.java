package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.message.MessageRow;
import java.util.Iterator;
import java.util.stream.IntStream;

/** How the messages of a part lie in one file, which is made a piece of a message at a time. */
interface Packaging {
    int PIECE = 64 * 1024;

    /** What the file's name ends in. */
    String suffix();

    String contentType();

    /** The bytes that the file grows by, to be taken before the next message is added; a piece may be empty. */
    Iterator<byte[]> add(MessageRow message, byte[] bytes);

    /** The bytes that it ends with. */
    byte[] end();

    /** What becomes of a message's bytes from one place to another. */
    interface Work {
        byte[] on(int from, int to);
    }

    /** Goes through a message; an empty one has a piece too, which is its first and its last. */
    static Iterator<byte[]> piecewise(byte[] bytes, Work work) {
        int pieces = Math.max(1, Math.ceilDiv(bytes.length, PIECE));
        return IntStream.range(0, pieces)
                .mapToObj(i -> work.on(i * PIECE, Math.min(bytes.length, (i + 1) * PIECE)))
                .iterator();
    }
}
