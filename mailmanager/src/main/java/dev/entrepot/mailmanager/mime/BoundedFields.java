package dev.entrepot.mailmanager.mime;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Makes header fields, and cuts those that are too long rather than give up the message. Parsing parameters takes time that grows
 * with the square of their number, so a message has an allowance of long {@code Content-} fields; beyond it they count as missing.
 */
final class BoundedFields extends DefaultFieldBuilder {
    static final int LONGEST = 64 * 1024;
    private static final int LONG_CONTENT_FIELD = 256;
    private static final int LONGEST_CONTENT_FIELD = 8 * 1024;

    private int allowance = 8 * LONGEST_CONTENT_FIELD;

    BoundedFields() {
        super(-1);
    }

    @Override
    public void append(@Nullable ByteArrayBuffer line) throws MaxHeaderLengthLimitException {
        int room = LONGEST - getRaw().length();
        if (line == null || line.length() <= room) {
            super.append(line);
        } else if (room > 0) {
            super.append(new ByteArrayBuffer(line.buffer(), room, true));
        }
    }

    /** Null for a field that is to be passed over. */
    @Override
    public @Nullable RawField build() throws MimeException {
        int length = getRaw().length();
        RawField field = super.build();
        if (length <= LONG_CONTENT_FIELD || !field.getNameLowerCase().startsWith("content-")) {
            return field;
        }
        allowance -= length;
        return length <= LONGEST_CONTENT_FIELD && allowance >= 0 ? field : null;
    }
}
