package dev.entrepot.wire.http;

import java.io.InputStream;
import java.util.Optional;

/**
 * An answer ready to be sent; {@code Date} and {@code Content-Length} are the listener's.
 *
 * @param body all of its bytes, or the first of them
 * @param rest what follows in an answer that is too long to be held in memory
 */
public record HttpResponse(int status, Headers headers, byte[] body, Optional<Rest> rest) {
    public HttpResponse(int status, Headers headers, byte[] body) {
        this(status, headers, body, Optional.empty());
    }

    /**
     * Bytes that are read while they are sent; the connection breaks off when they do.
     *
     * @param bytes closed by whoever sends the answer
     * @param size how many bytes there are
     */
    public record Rest(InputStream bytes, long size) {}

    /** How many bytes are sent in all. */
    public long size() {
        return body.length + rest.map(Rest::size).orElse(0L);
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + size() + " bytes";
    }
}
