package dev.entrepot.server.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body that is asked for when it is first read. A refused client is to learn why: to close while it sends would reset the connection
 * and could cost it the answer, and some clients (that of Java's own URL connections) lose an answer that comes instead of the
 * {@code 100 Continue} they wait for. So a small body is taken in first, and of a large one what comes unasked.
 */
final class AskedBody extends InputStream {
    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final int SMALL = 1024 * 1024;
    private static final int BUFFER = 16 * 1024;

    private final HttpServletRequest request;
    private boolean awaited;

    AskedBody(HttpServletRequest request) {
        this.request = request;
        awaited = request.getHeader("Expect") != null;
    }

    @Override
    public int read() throws IOException {
        return body().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return body().read(bytes, offset, length);
    }

    private InputStream body() throws IOException {
        awaited = false;
        return request.getInputStream();
    }

    /** To be called before a refusal is written. */
    void takeInIfSmall() {
        long length = request.getContentLengthLong(); // not known of one in chunks, which may be malformed
        if (length >= 0 && length <= SMALL) {
            discard();
        }
    }

    /** Sends the refusal that was written, then discards what the client still sends for a short while. */
    void refused(HttpServletResponse response) throws IOException {
        response.flushBuffer();
        if (!awaited) {
            discard();
        }
    }

    private void discard() {
        long deadline = System.nanoTime() + LINGER.toNanos();
        var buffer = new byte[BUFFER];
        try {
            while (System.nanoTime() < deadline && read(buffer) >= 0) {}
        } catch (IOException _) {
            // What the client sends is no HTTP, or it has gone. It is answered if it still listens.
        }
    }
}
