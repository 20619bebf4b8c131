package dev.entrepot.cleanroomsml.source;

/**
 * A place in S3 as requests and catalogs name it.
 *
 * @param key an object's, or what keys begin with; empty for a whole bucket
 */
public record S3Uri(String bucket, String key) {
    private static final String SCHEME = "s3://";

    /** @param uri what the contract's pattern lets through, {@code s3://} and more */
    public static S3Uri parse(String uri) {
        String path = uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()) : uri;
        int slash = path.indexOf('/');
        return slash < 0 ? new S3Uri(path, "") : new S3Uri(path.substring(0, slash), path.substring(slash + 1));
    }

    /** Something below it, whether it ends in a slash or not. */
    public S3Uri resolve(String name) {
        return new S3Uri(bucket, key.isEmpty() || key.endsWith("/") ? key + name : key + "/" + name);
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
