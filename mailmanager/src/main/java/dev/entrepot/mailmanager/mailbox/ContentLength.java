package dev.entrepot.mailmanager.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the {@code Content-Length} header of the message that begins the window says of its end. */
final class ContentLength {
    private static final String NAME = "content-length:";
    private static final int LONGEST_HEADER = 256 * 1024;
    private static final int LONGEST_LINE = 64;

    private ContentLength() {}

    /** Whether a message may end at a position. */
    interface EndCheck {
        boolean isEnd(int position) throws IOException;
    }

    /** Where the message ends; -1 when the header is missing, or is not true. */
    static int end(Window window, EndCheck check) throws IOException {
        long length = -1;
        for (int line = 0; line < LONGEST_HEADER; ) {
            int feed = window.lineFeed(line);
            while (feed < 0 && window.size() < LONGEST_HEADER && window.grow()) {
                feed = window.lineFeed(line);
            }
            if (feed < 0) {
                return -1;
            }
            if (feed == line || (feed == line + 1 && window.at(line) == '\r')) {
                long end = feed + 1 + length;
                return length >= 0 && end <= FoundMessage.LARGEST && isTrue(window, (int) end, check) ? (int) end : -1;
            }
            if (length < 0 && feed - line < LONGEST_LINE && (window.at(line) | 0x20) == 'c') {
                length = length(new String(window.copy(line, feed), StandardCharsets.ISO_8859_1));
            }
            line = feed + 1;
        }
        return -1;
    }

    private static boolean isTrue(Window window, int end, EndCheck check) throws IOException {
        return window.hold(end) && check.isEnd(end);
    }

    private static long length(String line) {
        if (!line.toLowerCase(Locale.ROOT).startsWith(NAME)) {
            return -1;
        }
        String digits = line.substring(NAME.length()).strip();
        return digits.matches("[0-9]{1,10}") ? Long.parseLong(digits) : -1;
    }
}
