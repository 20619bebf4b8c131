package dev.entrepot.server.http;

import java.time.Duration;

/**
 * What one client may cost.
 *
 * @param headerBytes request line and header fields together; more is answered 431
 * @param connections open at once; further ones wait in the listen queue
 * @param idle how long a connection may be silent
 * @param body how long a service's request body may take from its first byte to its last
 * @param stop how long requests in flight may take to finish when the listener stops
 */
public record HttpLimits(int headerBytes, int connections, Duration idle, Duration body, Duration stop) {
    /** AWS takes headers of some 8 to 16 KiB; presigned targets with long session tokens need more. */
    public static final HttpLimits DEFAULT =
            new HttpLimits(32 * 1024, 4096, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(10));
}
