package dev.entrepot.mailmanager.mailbox;

import java.util.Arrays;

/** Takes away the {@code >} that an mbox was given before {@code From }. */
final class Quotes {
    private Quotes() {}

    /** @param most before how many {@code >}, counted with it, one is taken away */
    static byte[] remove(byte[] message, int most) {
        if (most == 0) {
            return message;
        }
        int kept = 0;
        int copied = 0;
        for (int line = 0; line < message.length; line = nextLine(message, line)) {
            if (message[line] == '>' && isQuoted(message, line, most)) {
                System.arraycopy(message, copied, message, kept, line - copied);
                kept += line - copied;
                copied = line + 1;
            }
        }
        if (copied == 0) {
            return message;
        }
        System.arraycopy(message, copied, message, kept, message.length - copied);
        return Arrays.copyOf(message, kept + message.length - copied);
    }

    private static int nextLine(byte[] message, int from) {
        int i = from;
        while (i < message.length && message[i] != '\n') {
            i++;
        }
        return i + 1;
    }

    private static boolean isQuoted(byte[] message, int line, int most) {
        int from = line;
        while (from < message.length && message[from] == '>') {
            from++;
        }
        int end = from + Separator.FROM.length;
        return from - line <= most
                && end <= message.length
                && Arrays.equals(message, from, end, Separator.FROM, 0, Separator.FROM.length);
    }
}
