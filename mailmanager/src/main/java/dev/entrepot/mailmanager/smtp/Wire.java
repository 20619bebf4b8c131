package dev.entrepot.mailmanager.smtp;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * The bytes of one connection. Replies go out when the client is waited for next, so that commands that come together are answered
 * together (RFC 2920).
 */
final class Wire implements Closeable {
    private static final int LONGEST_LINE = 2048;
    /** A client that does not read what it is told is not noticed by a timed read. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Socket plain;
    private final MailLimits limits;
    private final byte[] buffer = new byte[16 * 1024];
    private final byte[] line = new byte[LONGEST_LINE];
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private int next;
    private int end;
    private volatile long deadline;

    Wire(Socket plain, MailLimits limits) throws IOException {
        this.plain = plain;
        this.limits = limits;
        this.socket = plain;
        plain.setTcpNoDelay(true);
        in = plain.getInputStream();
        out = new BufferedOutputStream(plain.getOutputStream());
        give(limits.silence());
    }

    private void give(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** No client has a hand in how long the store takes. */
    void giveAllTime() {
        deadline = System.nanoTime() + Long.MAX_VALUE / 2;
    }

    boolean isOverdue() {
        return System.nanoTime() - deadline > GRACE.toNanos();
    }

    /** Tells the client what the lines hold, soon. */
    void send(String lines) throws IOException {
        out.write(lines.getBytes(StandardCharsets.UTF_8));
    }

    void flush() throws IOException {
        out.flush();
    }

    /**
     * The next line without its end.
     *
     * @throws EOFException when the client has gone
     * @throws Refused for a line that is none
     */
    String line() throws IOException, Refused {
        give(limits.silence());
        int length = 0;
        byte last = 0;
        boolean controls = false;
        while (true) {
            if (next == end) {
                fill();
            }
            byte b = buffer[next++];
            if (b == '\n') {
                break;
            }
            controls |= last == '\r' || b == 0;
            if (length < LONGEST_LINE) {
                line[length] = b;
            }
            length++;
            last = b;
        }
        if (length > LONGEST_LINE) {
            throw new Refused(500, "5.5.2", "The line is too long");
        }
        if (last != '\r' || controls) {
            throw new Refused(500, "5.5.2", "CR and LF end a line, and stand nowhere else");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length - 1))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(500, "5.5.2", "The line is not UTF-8");
        }
    }

    /** Takes in a message to its end. */
    void message(OutputStream into) throws IOException {
        give(limits.message());
        var decoder = new MessageDecoder();
        while (true) {
            next = decoder.decode(buffer, next, end, into);
            if (decoder.isEnded()) {
                return;
            }
            fill();
        }
    }

    /** Whether the client has sent more than has been read. */
    boolean hasMore() {
        return next < end;
    }

    private void fill() throws IOException {
        out.flush();
        long left = Math.min(deadline - System.nanoTime(), limits.silence().toNanos());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        socket.setSoTimeout((int) Math.max(1, Duration.ofNanos(left).toMillis()));
        int count = in.read(buffer);
        if (count < 0) {
            throw new EOFException();
        }
        next = 0;
        end = count;
    }

    /** Goes on encrypted. */
    SSLSession encrypt(SSLContext tls) throws IOException {
        give(limits.silence());
        plain.setSoTimeout((int) limits.silence().toMillis());
        var encrypted = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), false);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        socket = encrypted;
        in = encrypted.getInputStream();
        out = new BufferedOutputStream(encrypted.getOutputStream());
        return encrypted.getSession();
    }

    /** From another thread: the client is not waited for any more. */
    void stopWaiting() {
        try {
            plain.shutdownInput();
        } catch (IOException e) {
            abandon();
        }
    }

    /** From any thread, also when another one hangs in a write. */
    void abandon() {
        try {
            plain.close();
        } catch (IOException e) {
            // it is closed as far as it can be
        }
    }

    /** Says what is still to be said, and no more. */
    @Override
    public void close() {
        try {
            out.flush();
            socket.close();
        } catch (IOException e) {
            // the client has gone
        }
        abandon();
    }
}
