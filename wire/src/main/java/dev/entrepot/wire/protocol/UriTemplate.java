package dev.entrepot.wire.protocol;

import dev.entrepot.wire.http.HttpRequest;

/** A request path of a REST operation. Labels come with the first contract that has one; so far every segment is literal. */
record UriTemplate(String method, String path) {
    /** Matches the raw path; a trailing slash is optional. */
    boolean matches(HttpRequest request) {
        String raw = request.rawPath();
        return method.equals(request.method())
                && (raw.equals(path) || raw.length() == path.length() + 1 && raw.startsWith(path) && raw.endsWith("/"));
    }
}
