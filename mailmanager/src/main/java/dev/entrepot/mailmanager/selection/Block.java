package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.message.MessageId;

/**
 * So many arrivals of an archive, one after the other; some of them may be no message's, or have been deleted.
 *
 * @param number from 0
 */
record Block(long archive, long number) {
    static final int MESSAGES = 1 << 14;

    /** How many blocks are full when so many have arrived. */
    static long full(long arrivals) {
        return arrivals / MESSAGES;
    }

    static Block of(ArchiveRow archive, long number) {
        return new Block(archive.number(), number);
    }

    /** The number of the message that arrived first. */
    long first() {
        return MessageId.number(archive, number * MESSAGES + 1);
    }

    long last() {
        return first() + MESSAGES - 1;
    }
}
