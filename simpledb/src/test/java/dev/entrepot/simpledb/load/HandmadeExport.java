package dev.entrepot.simpledb.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An export written by hand into a directory of the bucket, whose manifests still speak of where it was first. */
final class HandmadeExport {
    private static final String FIRST = "AWSSimpleDB/6f3a1c1e-0000-4000-8000-000000000000/domain";

    private final Source source;
    private final String directory;
    private final List<String> files = new ArrayList<>();

    HandmadeExport(Source source, String directory) {
        this.source = source;
        this.directory = directory;
    }

    HandmadeExport file(String name, String text, int items) {
        source.put(directory + "/data/" + name, text);
        return listed(name, md5(text), items);
    }

    HandmadeExport listed(String name, String md5, int items) {
        files.add("{\"md5Checksum\":\"%s\",\"dataFileS3Key\":\"%s/data/%s\",\"dataFileItemCount\":%d}"
                .formatted(md5, FIRST, name, items));
        return this;
    }

    /** Writes the manifests and returns the summary's key. */
    String summary(int items) {
        return summary("2025-11-01", items);
    }

    String summary(String version, int items) {
        source.put(directory + "/manifest-file.json", "[" + String.join(",", files) + "]");
        String key = directory + "/manifest-summary.json";
        source.put(
                key,
                "{\"version\":\"%s\",\"s3ExportPrefix\":\"%s\",\"domainName\":\"domain\",\"itemsCount\":%d}"
                        .formatted(version, FIRST, items));
        return key;
    }

    static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
