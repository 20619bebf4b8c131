package dev.entrepot.server.http;

import java.time.Duration;

/**
 * What clients may cost.
 *
 * @param headerBytes request line and header fields together; more is answered 431
 * @param connections open at once; further ones wait in the listen queue
 * @param idle how long a connection may be silent
 * @param head how long request line and header fields may take from their first byte to their last
 * @param body how long a service's request body may take from its first byte to its last
 * @param bodyBytes of all services' request bodies together that are in memory
 * @param bodyWait how long a body may wait for that memory before its sender is told to come again
 * @param stop how long requests in flight may take to finish when the listener stops
 */
public record HttpLimits(
        int headerBytes,
        int connections,
        Duration idle,
        Duration head,
        Duration body,
        int bodyBytes,
        Duration bodyWait,
        Duration stop) {
    private static final int MIB = 1024 * 1024;

    /**
     * AWS takes headers of some 8 to 16 KiB; presigned targets with long session tokens need more. Bodies may fill an eighth of
     * this process's heap.
     */
    public static final HttpLimits DEFAULT = new HttpLimits(
            32 * 1024,
            4096,
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Math.clamp(Runtime.getRuntime().maxMemory() / 8, 16 * MIB, 1024 * MIB),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));
}
