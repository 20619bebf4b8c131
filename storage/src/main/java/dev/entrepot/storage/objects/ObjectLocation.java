package dev.entrepot.storage.objects;

import java.nio.charset.StandardCharsets;

/**
 * Where an object is.
 *
 * @param key 1 to 1024 bytes of UTF-8, any characters that XML can carry; {@code ..} and {@code //} in it
 *     mean nothing special, but a key that as a path would climb above the root is refused
 */
public record ObjectLocation(String bucket, String key) {
    private static final int MAX_KEY_BYTES = 1024;

    /** @throws ObjectRequestFailed when S3 could not have such a key */
    public ObjectLocation {
        if (key.isEmpty()) {
            throw new ObjectRequestFailed(ObjectError.INVALID_ARGUMENT, "An object key has at least one character.");
        }
        if (!key.codePoints().allMatch(ObjectLocation::isAllowed)) {
            // S3 takes some of these, but then no XML listing of the bucket can be read; nobody needs such keys.
            throw new ObjectRequestFailed(
                    ObjectError.INVALID_ARGUMENT, "An object key may not hold control characters.");
        }
        if (climbsAboveRoot(key)) {
            throw new ObjectRequestFailed(
                    ObjectError.INVALID_ARGUMENT,
                    "An object key may not climb above the root: HTTP could not ask for it.");
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
            throw new ObjectRequestFailed(ObjectError.KEY_TOO_LONG, "Your key is too long");
        }
    }

    /** Whether the key behind its bucket, read as a path, would at some point be above the root; HTTP servers refuse such targets. */
    private static boolean climbsAboveRoot(String key) {
        int depth = 1; // the bucket
        for (String step : key.split("/", -1)) {
            if (step.equals("..")) {
                depth--;
            } else if (!step.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /** Section 2.2 of XML 1.0. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c > 0xFFFF;
    }

    /** {@code s3://bucket/key}. */
    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
