package dev.entrepot.mailmanager.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Finds what a journal report says, and the message attached to it. */
final class JournalVisitor implements PartWalk.Visitor {
    private static final Set<String> MARKS = Set.of("x-ms-journal-report", "x-wm-journal-report");

    private final OutputStream attached;
    private boolean marked;
    private @Nullable String text;
    private boolean found;

    JournalVisitor(OutputStream attached) {
        this.attached = attached;
    }

    @Override
    public void field(RawField field, int depth) {
        marked |= depth == 0 && MARKS.contains(field.getNameLowerCase());
    }

    @Override
    public boolean body(MimeTokenStream part, boolean multipart, int depth) throws IOException {
        if (!marked) {
            return false;
        }
        if (multipart) {
            return true;
        }
        switch (part.getBodyDescriptor().getMimeType()) {
            case "text/plain" -> text = text != null ? text : TextVisitor.text(part);
            case "message/rfc822" -> {
                part.getDecodedInputStream().transferTo(attached);
                found = true;
            }
            default -> {}
        }
        return !found;
    }

    /** Nothing unless there is an attached message too. */
    Optional<String> text() {
        return found ? Optional.ofNullable(text) : Optional.empty();
    }
}
