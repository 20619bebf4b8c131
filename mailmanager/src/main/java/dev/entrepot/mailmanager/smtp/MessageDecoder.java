package dev.entrepot.mailmanager.smtp;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes a message out of what a client sends after DATA: {@code CRLF . CRLF} ends it, a dot that begins a line is dropped, all else is
 * content. Only CR and LF together end a line. A CR or an LF alone is content like any byte, so that nobody can hide an end
 * from one reader that another sees.
 */
final class MessageDecoder {
    private enum State {
        LINE_START,
        /** After a dot that begins a line; it is dropped in any case. */
        DOT,
        /** After such a dot and a CR, which is content unless LF follows. */
        DOT_CR,
        TEXT,
        CR
    }

    private State state = State.LINE_START;
    private boolean ended;

    /**
     * Takes the next bytes, up to the message's end at most.
     *
     * @return the index behind the last one taken
     */
    int decode(byte[] bytes, int from, int to, OutputStream message) throws IOException {
        int unwritten = from;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            switch (state) {
                case LINE_START -> {
                    if (b == '.') {
                        message.write(bytes, unwritten, i - unwritten);
                        unwritten = i + 1;
                        state = State.DOT;
                    } else {
                        state = within(b);
                    }
                }
                case DOT -> state = b == '\r' ? State.DOT_CR : within(b);
                case DOT_CR -> {
                    if (b == '\n') {
                        ended = true;
                        return i + 1;
                    }
                    if (i == from) {
                        message.write('\r'); // held back when the bytes before were taken
                    }
                    state = within(b);
                }
                case TEXT -> state = within(b);
                case CR -> state = b == '\n' ? State.LINE_START : within(b);
            }
        }
        if (state != State.DOT_CR) {
            message.write(bytes, unwritten, to - unwritten);
        }
        return to;
    }

    private static State within(byte b) {
        return b == '\r' ? State.CR : State.TEXT;
    }

    boolean isEnded() {
        return ended;
    }
}
