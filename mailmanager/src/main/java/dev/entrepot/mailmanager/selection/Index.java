package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.mailmanager.selection.IndexStore.Indexed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/** Asks the index for the messages that may be meant; those that it does not have yet all may be. */
record Index(Handle handle, Range range, Wanted wanted) {
    List<Candidates> candidates() {
        var all = new ArrayList<Candidates>();
        List<Integer> slots = wanted.slots();
        for (Indexed indexed : IndexStore.list(handle, range.archive())) {
            if (indexed.latest() >= range.from() && indexed.earliest() <= range.to()) {
                add(all, indexed.block(), indexed(indexed.block(), slots));
            }
        }
        long next = IndexStore.count(handle, range.archive());
        for (Block block = Block.of(range.archive(), next);
                block.first() <= range.last();
                block = Block.of(range.archive(), ++next)) {
            add(all, block, unindexed(block));
        }
        return all;
    }

    private static void add(List<Candidates> all, Block block, LongStream keys) {
        long[] some = keys.toArray();
        if (some.length > 0) {
            all.add(new Candidates(block, some));
        }
    }

    private LongStream indexed(Block block, List<Integer> slots) {
        int[] messages = wanted.in(IndexStore.slices(handle, block, slots)).messages();
        if (messages.length == 0) {
            return LongStream.empty();
        }
        var received = ByteBuffer.wrap(IndexStore.received(handle, block)).asLongBuffer();
        return Arrays.stream(messages)
                .filter(place -> block.first() + place <= range.last() && range.holds(received.get(place)))
                .mapToLong(place -> Candidates.key(received.get(place), place));
    }

    private LongStream unindexed(Block block) {
        return MessageStore.idsBetween(handle, block.first(), Math.min(block.last(), range.last())).stream()
                .filter(id -> range.holds(id.received().toEpochMilli()))
                .mapToLong(id -> Candidates.key(id.received().toEpochMilli(), (int) (id.number() - block.first())));
    }
}
