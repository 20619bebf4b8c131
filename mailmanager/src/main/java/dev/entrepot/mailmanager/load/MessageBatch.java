package dev.entrepot.mailmanager.load;

import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.ingest.LoadedMessage;
import dev.entrepot.mailmanager.mailbox.FoundMessage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Messages on their way to a server; how they are written is said in the contract. */
public final class MessageBatch {
    /** The most bytes that a sender puts into one, unless a single message has more. */
    public static final int USUAL_BYTES = 8 << 20;

    /** The most messages. */
    public static final int MOST = 2_000;

    private static final byte[] MAGIC = "EML1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = Integer.BYTES + 2 * Long.BYTES;
    private static final long UNKNOWN = Long.MIN_VALUE;

    /** The most bytes of a request. */
    static final int MOST_BYTES = MAGIC.length + HEAD + (int) Arrival.LARGEST;

    private final List<FoundMessage> messages = new ArrayList<>();
    private int size = MAGIC.length;

    /** Whether there is room for another one. */
    public boolean fits(FoundMessage message) {
        return messages.isEmpty() || (messages.size() < MOST && size + HEAD + message.bytes().length <= USUAL_BYTES);
    }

    public void add(FoundMessage message) {
        messages.add(message);
        size += HEAD + message.bytes().length;
    }

    /** In the order they were added. */
    public List<FoundMessage> messages() {
        return messages;
    }

    /** As it is sent. */
    public byte[] encode() {
        ByteBuffer batch = ByteBuffer.allocate(size).put(MAGIC);
        for (FoundMessage message : messages) {
            batch.putInt(message.bytes().length)
                    .putLong(millis(message.delivered()))
                    .putLong(millis(message.modified()))
                    .put(message.bytes());
        }
        return batch.array();
    }

    private static long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(UNKNOWN);
    }

    /** The messages, whose bytes stay where they are. */
    static List<LoadedMessage> decode(ByteBuffer batch) {
        List<LoadedMessage> messages = new ArrayList<>();
        try {
            byte[] magic = new byte[MAGIC.length];
            batch.get(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new MalformedBatch("A batch of messages begins with EML1.");
            }
            while (batch.hasRemaining()) {
                int size = batch.getInt();
                Optional<Instant> delivered = time(batch.getLong());
                Optional<Instant> modified = time(batch.getLong());
                if (size < 0 || size > batch.remaining() || messages.size() == MOST) {
                    throw new MalformedBatch("Message " + messages.size() + " of the batch cannot be of " + size
                            + " bytes, or is one too many.");
                }
                messages.add(
                        new LoadedMessage(new BufferContent(batch.slice(batch.position(), size)), delivered, modified));
                batch.position(batch.position() + size);
            }
            return messages;
        } catch (BufferUnderflowException e) {
            throw new MalformedBatch("The batch breaks off in message " + messages.size() + ".");
        }
    }

    private static Optional<Instant> time(long millis) {
        return millis == UNKNOWN ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
