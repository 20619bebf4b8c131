package dev.entrepot.console.jobs;

import dev.entrepot.console.buckets.BucketPages;
import dev.entrepot.storage.objects.ObjectLocation;

/**
 * Where a job reads or writes: an object, or all objects whose keys begin alike.
 *
 * @param role what it is to the job: {@code Source}
 * @param key of the object, or how the keys begin
 */
record JobFile(String role, String bucket, String key, boolean isObject) {
    private static final String SCHEME = "s3://";

    static JobFile object(String role, String bucket, String key) {
        return new JobFile(role, bucket, key, true);
    }

    /** @param uri {@code s3://bucket/prefix} */
    static JobFile folder(String role, String uri) {
        String[] both = uri.substring(SCHEME.length()).split("/", 2);
        return new JobFile(role, both[0], both.length == 1 ? "" : both[1], false);
    }

    ObjectLocation location() {
        return new ObjectLocation(bucket, key);
    }

    String uri() {
        return SCHEME + bucket + "/" + key;
    }

    String address() {
        return isObject ? BucketPages.objectAddress(location()) : BucketPages.address(bucket, key);
    }
}
