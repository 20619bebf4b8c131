package dev.entrepot.mailmanager.mailbox;

/**
 * How mbox files keep lines apart that begin with {@code From } and separate no messages: by {@code >} before them, by telling how
 * long each message is, or by both.
 */
public enum MboxFormat {
    /** Where {@code Content-Length} leads to the next message, it counts; else {@link #MBOXRD}. */
    AUTO(true, 0, Integer.MAX_VALUE),
    /** Each {@code From } that has any number of {@code >} before it was given one. */
    MBOXRD(false, Integer.MAX_VALUE, Integer.MAX_VALUE),
    /** Only a bare {@code From } was given one, so that one that had it before loses it. */
    MBOXO(false, 1, 1),
    /** {@link #MBOXO} with {@code Content-Length}. */
    MBOXCL(true, 1, 1),
    /** {@code Content-Length} alone. */
    MBOXCL2(true, 0, 0);

    private final boolean lengths;
    private final int quotesWithLength;
    private final int quotesWithout;

    MboxFormat(boolean lengths, int quotesWithLength, int quotesWithout) {
        this.lengths = lengths;
        this.quotesWithLength = quotesWithLength;
        this.quotesWithout = quotesWithout;
    }

    boolean hasLengths() {
        return lengths;
    }

    /** Before how many {@code >} one more may be that is not the message's own. */
    int quotes(boolean lengthKnown) {
        return lengthKnown ? quotesWithLength : quotesWithout;
    }
}
