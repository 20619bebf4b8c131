package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.e2e.fixture.ExportedObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What is the same in every export of the same data, byte for byte: everything but the export's own id and its times.
 *
 * @param objects the SHA-256 of each object but the manifests, by its key without the id
 */
record ComparableExport(Map<String, String> objects, String manifestFile, String manifestSummary) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANY_ID = "ID";

    /** Fetches the export, checks that its manifest is true of its data files, and deletes it from the bucket. */
    static ComparableExport take(S3Client s3, String bucket, JsonNode export) {
        String arn = export.get("exportArn").textValue();
        String id = arn.substring(arn.lastIndexOf('/') + 1);
        String summaryKey = export.get("exportManifest").textValue();
        String directory = summaryKey.substring(0, summaryKey.lastIndexOf('/'));
        String manifestKey = directory + "/manifest-file.json";
        var sha256 = new TreeMap<String, String>();
        var md5 = new TreeMap<String, String>();
        for (String key : ExportedObjects.keys(s3, bucket, directory)) {
            MessageDigest sha = digest("SHA-256");
            MessageDigest md = digest("MD5");
            read(s3, bucket, key, sha, md);
            if (key.contains("/data/")) {
                md5.put(key, Base64.getEncoder().encodeToString(md.digest()));
            }
            if (!key.equals(summaryKey) && !key.equals(manifestKey)) {
                sha256.put(key.replace(id, ANY_ID), HexFormat.of().formatHex(sha.digest()));
            }
        }
        String manifest = text(s3, bucket, manifestKey);
        assertThat(md5sOf(manifest)).isEqualTo(md5);
        String summary = text(s3, bucket, summaryKey)
                .replaceAll("(\"(?:requestedAt|exportDataCutoffTime)\":)\"[^\"]*\"", "$1\"TIME\"");
        ExportedObjects.keys(s3, bucket, directory)
                .forEach(key -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
        return new ComparableExport(sha256, manifest.replace(id, ANY_ID), summary.replace(id, ANY_ID));
    }

    long dataFiles() {
        return objects.keySet().stream().filter(key -> key.contains("/data/")).count();
    }

    private static void read(S3Client s3, String bucket, String key, MessageDigest sha, MessageDigest md) {
        try (InputStream content = s3.getObject(get -> get.bucket(bucket).key(key))) {
            new DigestInputStream(new DigestInputStream(content, sha), md).transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> md5sOf(String manifest) {
        var md5s = new TreeMap<String, String>();
        try {
            JSON.readTree(manifest)
                    .forEach(file -> md5s.put(
                            file.get("dataFileS3Key").textValue(),
                            file.get("md5Checksum").textValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return md5s;
    }

    private static String text(S3Client s3, String bucket, String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asString(StandardCharsets.UTF_8);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
