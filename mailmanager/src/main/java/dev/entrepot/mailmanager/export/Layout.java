package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.storage.objects.ObjectLocation;

/**
 * Where an export writes (dossier, section 3.2). Names of messages are their ids, so whatever is exported twice overwrites equal bytes.
 *
 * @param prefix of all keys: empty or ending in a slash
 */
record Layout(String bucket, String prefix, String export) {
    private static final String SCHEME = "s3://";

    /** @param location {@code s3://BUCKET/PREFIX} */
    static Layout of(String location, ExportForm.Folder folder, String export) {
        int slash = location.indexOf('/', SCHEME.length());
        String bucket = slash < 0 ? location.substring(SCHEME.length()) : location.substring(SCHEME.length(), slash);
        String prefix = slash < 0 ? "" : location.substring(slash + 1);
        String whole = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        return switch (folder) {
            case SHARED -> new Layout(bucket, whole, export);
            case PER_EXPORT -> new Layout(bucket, whole + export + "/", export);
        };
    }

    String message(MessageId id) {
        return prefix + name(id);
    }

    static String name(MessageId id) {
        return id + ".eml";
    }

    /** A file of all messages of a part. */
    String part(int number, String suffix) {
        return prefix + "messages-" + export + "-%05d".formatted(number + 1) + suffix;
    }

    String metadata(MessageId id) {
        return prefix + id + ".json";
    }

    private String sidecar(String name) {
        return prefix + "_export-" + export + "/" + name;
    }

    String status() {
        return sidecar("status.json");
    }

    String manifest() {
        return sidecar("manifest.jsonl");
    }

    String errors() {
        return sidecar("errors.jsonl");
    }

    /** The names in it begin below the prefix. */
    String checksums() {
        return sidecar("checksums.sha256");
    }

    String belowPrefix(String key) {
        return key.substring(prefix.length());
    }

    ObjectLocation at(String key) {
        return new ObjectLocation(bucket, key);
    }
}
