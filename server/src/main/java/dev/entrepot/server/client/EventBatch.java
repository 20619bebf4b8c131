package dev.entrepot.server.client;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Records for one request, and where each of them came from. */
final class EventBatch {
    /** Less than a server takes, even with one more record of the largest. */
    private static final int FULL = 2 << 20;

    private final ByteArrayOutputStream records = new ByteArrayOutputStream(FULL);
    private final Map<Integer, String> places = new HashMap<>();
    private int line = 1;

    void add(byte[] record, Path file, long fileLine) {
        places.put(line, file + ":" + fileLine);
        records.writeBytes(record);
        records.write('\n');
        line++;
        for (byte octet : record) {
            line += octet == '\n' ? 1 : 0;
        }
    }

    boolean isFull() {
        return records.size() >= FULL;
    }

    boolean isEmpty() {
        return records.size() == 0;
    }

    byte[] bytes() {
        return records.toByteArray();
    }

    /** File and line of the record that begins on this line of the batch. */
    String place(int batchLine) {
        return places.getOrDefault(batchLine, "");
    }
}
