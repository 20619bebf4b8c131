package dev.entrepot.wire.http;

/** The most bytes that a request's body may have, as sent and, when it was compressed, decompressed. */
public record BodyLimit(int bytes) {
    private static final int KIB = 1024;

    /** For requests of which nothing but the head matters. */
    public static final BodyLimit NO_BODY = new BodyLimit(0);

    public BodyLimit {
        if (bytes < 0 || bytes == Integer.MAX_VALUE) { // an array must hold one byte more, to tell that it is too many
            throw new IllegalArgumentException("A body of at most " + bytes + " bytes");
        }
    }

    public static BodyLimit kibibytes(int count) {
        return new BodyLimit(Math.multiplyExact(count, KIB));
    }

    public static BodyLimit mebibytes(int count) {
        return kibibytes(Math.multiplyExact(count, KIB));
    }

    public boolean allows(long length) {
        return length <= bytes;
    }
}
