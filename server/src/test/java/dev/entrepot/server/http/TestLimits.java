package dev.entrepot.server.http;

import java.time.Duration;

/** Limits so wide that no test meets them but the one a test is about. */
final class TestLimits {
    static final Duration LONG = Duration.ofSeconds(60);
    static final HttpLimits WIDE = idle(LONG);

    private static final int BODIES = 64 << 20;

    private TestLimits() {}

    static HttpLimits idle(Duration idle) {
        return new HttpLimits(32 * 1024, 4096, idle, LONG, LONG, BODIES, LONG, LONG);
    }

    /** One connection alone is served, so that the next is served when the first has been cut off. */
    static HttpLimits oneConnection(Duration idle, Duration head) {
        return new HttpLimits(32 * 1024, 1, idle, head, LONG, BODIES, LONG, LONG);
    }

    static HttpLimits body(Duration body) {
        return new HttpLimits(32 * 1024, 4096, LONG, LONG, body, BODIES, LONG, LONG);
    }

    static HttpLimits bodies(int bytes, Duration wait) {
        return new HttpLimits(32 * 1024, 4096, LONG, LONG, LONG, bytes, wait, LONG);
    }
}
