package dev.entrepot.mailmanager.pack;

/**
 * Where a message's bytes are.
 *
 * @param frame where its frame begins in the pack's object
 * @param frameBytes the frame's length there
 * @param position where the message begins in the frame's content
 */
public record Place(long pack, long frame, long frameBytes, long position) {
    boolean sameFrame(Place other) {
        return pack == other.pack && frame == other.frame;
    }
}
