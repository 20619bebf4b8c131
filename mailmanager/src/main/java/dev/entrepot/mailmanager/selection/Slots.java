package dev.entrepot.mailmanager.selection;

import dev.entrepot.mailmanager.message.MessageDocument;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What the index knows of a text: its pieces of three characters, each in one of a few thousand slots that it shares with others. A
 * message that holds a text is in the slots of all its pieces; few that do not are. None of this ever changes: it stands in the database.
 */
final class Slots {
    static final int COUNT = 8192;
    /** Not shared: whether the message has attachments. */
    static final int ATTACHMENTS = 0;

    private static final int PIECE = 3;
    /** So many of a long text's pieces say enough. */
    private static final int MOST = 16;

    private Slots() {}

    /** The slots of a message, some of them more than once. */
    static void of(MessageDocument document, IntConsumer into) {
        if (document.summary().attachments()) {
            into.accept(ATTACHMENTS);
        }
        for (Attribute attribute : Attribute.values()) {
            for (String text : attribute.texts(document)) {
                String folded = Folding.fold(text);
                for (int at = 0; at + PIECE <= folded.length(); at++) {
                    into.accept(slot(attribute, folded, at));
                }
            }
        }
    }

    /** Slots that every message is in whose attribute holds the value; none for one that is too short to tell. */
    static int[] of(Attribute attribute, String value) {
        String folded = Folding.fold(value);
        int pieces = Math.max(0, folded.length() - PIECE + 1);
        int count = Math.min(pieces, MOST);
        return IntStream.range(0, count)
                .map(i -> slot(attribute, folded, (int) ((long) i * pieces / count)))
                .distinct()
                .toArray();
    }

    private static int slot(Attribute attribute, String text, int at) {
        long piece = attribute.ordinal();
        for (int i = 0; i < PIECE; i++) {
            piece = piece << Character.SIZE | text.charAt(at + i);
        }
        long mixed = (piece + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return 1 + (int) ((mixed >>> 33) % (COUNT - 1));
    }
}
