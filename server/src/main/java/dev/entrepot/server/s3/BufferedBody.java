package dev.entrepot.server.s3;

/** Which bodies S3Proxy holds whole: those whose signature it must know to be good before it lets any of them through. */
final class BufferedBody {
    private BufferedBody() {}

    /** The most bytes of memory that the request's body will take. */
    static long bytes(SignedRequest request, S3Limits limits) {
        boolean streams = request.header("x-amz-content-sha256")
                .map(hash -> hash.startsWith("STREAMING-") || hash.equals("UNSIGNED-PAYLOAD"))
                .orElse(!request.header("authorization").orElse("").startsWith("AWS4-"));
        if (streams) {
            return 0;
        }
        long length = request.getContentLengthLong();
        boolean chunked = length < 0 && request.header("transfer-encoding").isPresent();
        // A longer body is refused before it is read.
        return chunked ? limits.maxBufferedBodyBytes() : Math.clamp(length, 0, limits.maxBufferedBodyBytes());
    }
}
