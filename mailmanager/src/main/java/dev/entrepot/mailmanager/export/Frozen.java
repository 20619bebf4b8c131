package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.MessageRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The messages of an export as they are chosen, eight bytes each; then divided into parts in the order of their arrival, which is
 * mostly that of their bytes in the packs.
 */
final class Frozen {
    /** Of a message's size in KiB, which is 40,960 at most. */
    private static final int SIZE_BITS = 16;

    private final long archive;
    private final long limit;
    private final ExportForm.Format format;
    /** The number of the arrival, and behind it the size in KiB. */
    private long[] keys = new long[1024];

    private int messages;
    private long bytes;
    private boolean truncated;

    /** @param archive the number of the archive */
    Frozen(long archive, long limit, ExportForm.Format format) {
        this.archive = archive;
        this.limit = limit;
        this.format = format;
    }

    /** Takes a message; returns whether there may be more. */
    boolean add(MessageRow message) {
        if (messages == limit) {
            truncated = true;
            return false;
        }
        if (messages == keys.length) {
            keys = Arrays.copyOf(keys, messages + (messages >> 1));
        }
        long arrival = message.id().arrival();
        keys[messages++] = arrival << SIZE_BITS | message.size() + 1023 >> 10;
        bytes += message.size();
        return true;
    }

    long messages() {
        return messages;
    }

    long bytes() {
        return bytes;
    }

    /** Whether there were more than the limit. */
    boolean truncated() {
        return truncated;
    }

    /** The numbers of the messages of each part. */
    List<LongStream> parts() {
        Arrays.sort(keys, 0, messages);
        List<LongStream> parts = new ArrayList<>();
        int from = 0;
        long kibibytes = 0;
        for (int i = 0; i < messages; i++) {
            kibibytes += keys[i] & (1 << SIZE_BITS) - 1;
            boolean full = i + 1 - from == format.partMessages() || kibibytes >= format.partKibibytes();
            if (full || i + 1 == messages) {
                parts.add(Arrays.stream(keys, from, i + 1).map(this::number));
                from = i + 1;
                kibibytes = 0;
            }
        }
        return parts;
    }

    private long number(long key) {
        return MessageId.number(archive, key >>> SIZE_BITS);
    }
}
