package dev.entrepot.simpledb.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.entrepot.jobs.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The two manifests (SimpleDB dossier, sections 2.3 and 2.4). */
final class Manifests {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Manifests() {}

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    /** {@code manifest-file.json}: one array of all data files. */
    static byte[] file(List<DataFile> files) {
        return write(json -> {
            json.writeStartArray();
            for (DataFile file : files) {
                json.writeStartObject();
                json.writeStringField("md5Checksum", file.md5Checksum());
                json.writeStringField("dataFileS3Key", file.dataFileS3Key());
                json.writeNumberField("dataFileItemCount", file.dataFileItemCount());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** {@code manifest-summary.json}: one object, absent options as explicit nulls. */
    static byte[] summary(ExportArn arn, Job<ExportRequest> job, long items, String directory) {
        ExportRequest request = job.request();
        return write(json -> {
            json.writeStartObject();
            json.writeStringField("version", "2025-11-01");
            json.writeStringField("exportArn", arn.toString());
            json.writeStringField("requestedAt", MILLISECONDS.format(job.requestedAt()));
            json.writeStringField("s3BucketName", request.bucket());
            json.writeStringField("s3ExportPrefix", directory);
            json.writeStringField("domainName", request.domainName());
            json.writeNumberField("itemsCount", items);
            // AWS's page calls it totalItemCount in prose and itemsCount in the sample: scripts written from either
            // work.
            json.writeNumberField("totalItemCount", items);
            json.writeStringField(
                    "exportDataCutoffTime", MILLISECONDS.format(job.cutoff().orElseThrow()));
            optional(json, "s3SseAlgorithm", request.sseAlgorithm());
            optional(json, "s3SseKmsKeyId", request.sseKmsKeyId());
            optional(json, "s3BucketOwner", request.bucketOwner());
            json.writeEndObject();
        });
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        json.writeStringField(name, value.orElse(null)); // null is written as null
    }

    private static byte[] write(Writing writing) {
        try (var bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            writing.to(json);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail to be written
        }
    }
}
