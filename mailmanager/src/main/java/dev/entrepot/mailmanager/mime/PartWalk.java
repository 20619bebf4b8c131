package dev.entrepot.mailmanager.mime;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Walks through a message's headers and parts with a bound on the work: where it is too deep, has too many parts or headers, or
 * cannot be parsed any further, the walk ends, and what was seen before counts.
 */
final class PartWalk {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 1_000;
    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setStrictParsing(false)
            .setMaxLineLen(1 << 20)
            .setMaxHeaderCount(200_000)
            .setMaxHeaderLen(-1)
            .setMaxContentLen(-1)
            .build();

    private final MimeTokenStream tokens;
    private final Visitor visitor;
    private int depth;
    private int parts;

    /** Sees the message. */
    interface Visitor {
        /** A header field of the part that comes next; {@code depth} 0 is the message itself. */
        void field(RawField field, int depth);

        /** All header fields have been seen; nothing more is read when this returns false. */
        boolean body(MimeTokenStream part, boolean multipart, int depth) throws IOException;

        default void multipartEnds() {}
    }

    private PartWalk(MimeTokenStream tokens, Visitor visitor) {
        this.tokens = tokens;
        this.visitor = visitor;
    }

    /** @return whether the walk came to its end, or the visitor ended it */
    static boolean run(InputStream message, DecodeMonitor monitor, Visitor visitor) {
        var tokens = new MimeTokenStream(CONFIG, monitor, new BoundedFields(), null);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new BoundedHeaderLines(message));
        try {
            return new PartWalk(tokens, visitor).walk();
        } catch (IOException | MimeException | RuntimeException | StackOverflowError e) {
            return false; // it is no mail from here on
        }
    }

    private boolean walk() throws IOException, MimeException {
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_FIELD -> {
                    if (tokens.getField() instanceof RawField field) {
                        visitor.field(field, depth);
                    }
                }
                case T_START_MULTIPART -> {
                    if (!visitor.body(tokens, true, depth++)) {
                        return true;
                    }
                    if (depth > DEEPEST) {
                        return false;
                    }
                }
                case T_END_MULTIPART -> {
                    depth--;
                    visitor.multipartEnds();
                }
                case T_BODY -> {
                    if (!visitor.body(tokens, false, depth)) {
                        return true;
                    }
                    if (++parts > MOST_PARTS) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return true;
    }
}
