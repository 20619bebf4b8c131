package dev.entrepot.wire.http;

import java.util.Optional;

/**
 * A request exactly as it arrived.
 *
 * @param method upper case
 * @param rawPath the target's path, percent-encoded, neither normalised nor decoded
 * @param rawQuery what follows {@code ?}, percent-encoded; empty when there is none
 * @param body the whole body with transfer coding removed; never altered, since signatures cover it
 */
public record HttpRequest(String method, String rawPath, String rawQuery, Headers headers, byte[] body) {
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** The same head with another body. */
    public HttpRequest withBody(byte[] other) {
        return new HttpRequest(method, rawPath, rawQuery, headers, other);
    }

    @Override
    public String toString() {
        return method + " " + rawPath; // query and body may hold secrets
    }
}
