package dev.entrepot.storage.objects.awssdk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The HTTP fields kept with an object: each is a member of its own in the SDK's requests and one map in the store. */
@SuppressWarnings("deprecation") // "expires" is deprecated on the SDK's client side; a server still answers it
final class ObjectHeaders {
    private static final String META = "x-amz-meta-";

    private final TreeMap<String, String> fields = new TreeMap<>();

    private ObjectHeaders(Map<String, String> metadata) {
        metadata.forEach((name, value) -> fields.put(META + name.toLowerCase(Locale.ROOT), value));
    }

    static Map<String, String> of(PutObjectRequest request) {
        return new ObjectHeaders(request.metadata())
                .put("content-type", request.contentType())
                .put("cache-control", request.cacheControl())
                .put("content-disposition", request.contentDisposition())
                .put("content-encoding", request.contentEncoding())
                .put("content-language", request.contentLanguage())
                .put("expires", httpDate(request.expires()))
                .put("x-amz-storage-class", request.storageClassAsString())
                .fields;
    }

    static Map<String, String> of(CreateMultipartUploadRequest request) {
        return new ObjectHeaders(request.metadata())
                .put("content-type", request.contentType())
                .put("cache-control", request.cacheControl())
                .put("content-disposition", request.contentDisposition())
                .put("content-encoding", request.contentEncoding())
                .put("content-language", request.contentLanguage())
                .put("expires", httpDate(request.expires()))
                .put("x-amz-storage-class", request.storageClassAsString())
                .fields;
    }

    static Map<String, String> of(CopyObjectRequest request) {
        return new ObjectHeaders(request.metadata())
                .put("content-type", request.contentType())
                .put("cache-control", request.cacheControl())
                .put("content-disposition", request.contentDisposition())
                .put("content-encoding", request.contentEncoding())
                .put("content-language", request.contentLanguage())
                .put("expires", httpDate(request.expires()))
                .put("x-amz-storage-class", request.storageClassAsString())
                .fields;
    }

    static void fill(GetObjectResponse.Builder response, Map<String, String> headers) {
        var metadata = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            switch (name) {
                case "content-type" -> response.contentType(value);
                case "cache-control" -> response.cacheControl(value);
                case "content-disposition" -> response.contentDisposition(value);
                case "content-encoding" -> response.contentEncoding(value);
                case "content-language" -> response.contentLanguage(value);
                case "expires" -> instant(value).ifPresent(response::expires);
                case "x-amz-storage-class" -> response.storageClass(value);
                default -> metadata.put(name.startsWith(META) ? name.substring(META.length()) : name, value);
            }
        });
        response.metadata(metadata);
    }

    private ObjectHeaders put(String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    private static @Nullable String httpDate(@Nullable Instant instant) {
        return instant == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static Optional<Instant> instant(String httpDate) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate, Instant::from));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
