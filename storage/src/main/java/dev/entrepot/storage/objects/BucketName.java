package dev.entrepot.storage.objects;

import java.util.List;
import java.util.regex.Pattern;

/** A name that S3 allows for a general purpose bucket (Amazon S3 user guide, bucket naming rules). */
record BucketName(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final List<String> RESERVED_PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> RESERVED_SUFFIXES =
            List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    BucketName {
        if (!isAllowed(value)) {
            throw new ObjectRequestFailed(ObjectError.INVALID_BUCKET_NAME, "The specified bucket is not valid.");
        }
    }

    static boolean isAllowed(String name) {
        return ALLOWED.matcher(name).matches()
                && !name.contains("..")
                && !IP_ADDRESS.matcher(name).matches()
                && !name.equals("healthz") // S3Proxy answers GET /healthz itself, before any authentication
                && RESERVED_PREFIXES.stream().noneMatch(name::startsWith)
                && RESERVED_SUFFIXES.stream().noneMatch(name::endsWith);
    }

    @Override
    public String toString() {
        return value;
    }
}
