package dev.entrepot.server.s3;

import java.time.Duration;

/**
 * What one S3 request may take.
 *
 * @param maxPutBytes of one PutObject or UploadPart; AWS's is 5 GiB
 * @param maxBufferedBodyBytes of a body signed with its SHA-256 in the header, which S3Proxy holds in memory to verify it
 * @param maxBufferedBytes of all such bodies together; more wait, and then are told to slow down
 * @param clockSkew how far a request's time may be from ours; AWS's is 15 minutes
 */
public record S3Limits(long maxPutBytes, int maxBufferedBodyBytes, int maxBufferedBytes, Duration clockSkew) {
    private static final int MIB = 1024 * 1024;

    public S3Limits {
        if (maxBufferedBodyBytes > maxBufferedBytes) {
            throw new IllegalArgumentException("One body of " + maxBufferedBodyBytes
                    + " bytes would not fit into the memory for all, " + maxBufferedBytes + " bytes");
        }
    }

    /** AWS's own limits, with a quarter of this process's heap for buffered bodies. */
    public static S3Limits aws() {
        int buffered = Math.clamp(Runtime.getRuntime().maxMemory() / 4, 16 * MIB, 1024 * MIB);
        return new S3Limits(5L * 1024 * MIB, Math.min(buffered, 128 * MIB), buffered, Duration.ofMinutes(15));
    }
}
