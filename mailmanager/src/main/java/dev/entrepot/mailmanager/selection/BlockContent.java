package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.message.MessageRow;
import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.mailmanager.selection.IndexStore.Indexed;
import dev.entrepot.mailmanager.selection.IndexStore.SlotRow;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** What the index keeps of one block, as it is worked out: 16 MiB at most. */
final class BlockContent {
    /** Where there is no message. */
    static final long NOBODY = -1;

    private final Block block;
    private final Slice[] slots = new Slice[Slots.COUNT];
    private final long[] received = new long[Block.MESSAGES];

    private BlockContent(Block block) {
        this.block = block;
        Arrays.fill(received, NOBODY);
    }

    static BlockContent read(Handle handle, Block block) {
        var content = new BlockContent(block);
        try (ResultIterator<MessageRow> messages = MessageStore.between(handle, block.first(), block.last())) {
            messages.forEachRemaining(content::add);
        }
        return content;
    }

    private void add(MessageRow message) {
        int place = (int) (message.id().number() - block.first());
        received[place] = message.id().received().toEpochMilli();
        Slots.of(message.document(), slot -> {
            if (slots[slot] == null) {
                slots[slot] = Slice.none();
            }
            slots[slot].add(place);
        });
    }

    Block block() {
        return block;
    }

    List<SlotRow> slots() {
        return IntStream.range(0, Slots.COUNT)
                .boxed()
                .flatMap(slot ->
                        Optional.ofNullable(slots[slot]).map(slice -> new SlotRow(slot, slice.encode())).stream())
                .toList();
    }

    Indexed indexed() {
        long[] times = Arrays.stream(received).filter(time -> time != NOBODY).toArray();
        return new Indexed(
                block,
                Arrays.stream(times).min().orElse(NOBODY),
                Arrays.stream(times).max().orElse(NOBODY));
    }

    byte[] received() {
        var bytes = ByteBuffer.allocate(received.length * Long.BYTES);
        bytes.asLongBuffer().put(received);
        return bytes.array();
    }
}
