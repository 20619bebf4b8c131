package dev.entrepot.simpledb.select;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A place among the results: that of one item, which need not exist any more. The next page begins after it.
 *
 * @param sortValue the value the item was sorted by; empty where results are in the order of their names
 */
public record Position(String sortValue, String itemName) {
    /** For page tokens. */
    public byte[] toBytes() {
        byte[] value = sortValue.getBytes(StandardCharsets.UTF_8);
        byte[] name = itemName.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + value.length + name.length)
                .putInt(value.length)
                .put(value)
                .put(name)
                .array();
    }

    /** @param bytes made by {@link #toBytes} */
    public static Position of(byte[] bytes) {
        int length = ByteBuffer.wrap(bytes).getInt();
        int nameAt = Integer.BYTES + length;
        return new Position(
                new String(bytes, Integer.BYTES, length, StandardCharsets.UTF_8),
                new String(bytes, nameAt, bytes.length - nameAt, StandardCharsets.UTF_8));
    }
}
