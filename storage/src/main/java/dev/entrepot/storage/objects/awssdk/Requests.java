package dev.entrepot.storage.objects.awssdk;

import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.Md5;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectListing.After;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.ServerSideEncryption;
import dev.entrepot.storage.objects.UploadedPart;
import dev.entrepot.storage.objects.WriteCondition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.gaul.s3proxy.blobstore.SdkRequests;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** What SDK requests ask for, in the store's terms; fields that a request leaves out are null in the SDK's. */
final class Requests {
    private Requests() {}

    static PutOptions options(PutObjectRequest request) {
        refuseCustomerKey(request.sseCustomerAlgorithm());
        return PutOptions.DEFAULT
                .headers(ObjectHeaders.of(request))
                .encryption(encryption(
                        request.serverSideEncryptionAsString(),
                        request.ssekmsKeyId(),
                        request.ssekmsEncryptionContext()))
                .length(length(request.contentLength()))
                .md5(Optional.ofNullable(request.contentMD5()).map(Md5::ofBase64))
                .condition(condition(request.ifMatch(), request.ifNoneMatch()));
    }

    static PutOptions options(CreateMultipartUploadRequest request) {
        refuseCustomerKey(request.sseCustomerAlgorithm());
        return PutOptions.DEFAULT
                .headers(ObjectHeaders.of(request))
                .encryption(encryption(
                        request.serverSideEncryptionAsString(),
                        request.ssekmsKeyId(),
                        request.ssekmsEncryptionContext()));
    }

    static PutOptions options(UploadPartRequest request) {
        refuseCustomerKey(request.sseCustomerAlgorithm());
        return PutOptions.DEFAULT
                .length(length(request.contentLength()))
                .md5(Optional.ofNullable(request.contentMD5()).map(Md5::ofBase64));
    }

    static ServerSideEncryption encryption(CopyObjectRequest request) {
        refuseCustomerKey(request.sseCustomerAlgorithm());
        refuseCustomerKey(request.copySourceSSECustomerAlgorithm());
        return encryption(
                request.serverSideEncryptionAsString(), request.ssekmsKeyId(), request.ssekmsEncryptionContext());
    }

    private static ServerSideEncryption encryption(
            @Nullable String algorithm, @Nullable String keyId, @Nullable String context) {
        if (context != null) {
            throw notImplemented("An encryption context is not supported.");
        }
        return switch (algorithm) {
            case null -> ServerSideEncryption.NONE;
            case "AES256" -> ServerSideEncryption.AES256;
            case "aws:kms" -> new ServerSideEncryption.Kms(Optional.ofNullable(keyId));
            default -> throw notImplemented("The server side encryption '" + algorithm + "' is not supported.");
        };
    }

    static void refuseCustomerKey(@Nullable String algorithm) {
        if (algorithm != null) {
            throw notImplemented("Encryption with customer-provided keys is not supported.");
        }
    }

    private static ObjectRequestFailed notImplemented(String message) {
        return new ObjectRequestFailed(ObjectError.NOT_IMPLEMENTED, message);
    }

    private static OptionalLong length(@Nullable Long length) {
        return length == null ? OptionalLong.empty() : OptionalLong.of(length);
    }

    static WriteCondition condition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch != null && ifNoneMatch != null) {
            throw notImplemented("A write takes one condition.");
        }
        if (ifMatch != null) {
            return new WriteCondition.Present(etag(ifMatch));
        }
        return ifNoneMatch == null ? WriteCondition.NONE : new WriteCondition.Absent(etag(ifNoneMatch));
    }

    /** Without quotes; empty for {@code *}. */
    private static Optional<String> etag(String header) {
        return header.equals("*") ? Optional.empty() : Optional.of(unquoted(header));
    }

    static String unquoted(String etag) {
        return etag.length() >= 2 && etag.startsWith("\"") && etag.endsWith("\"")
                ? etag.substring(1, etag.length() - 1)
                : etag;
    }

    static List<UploadedPart> parts(CompleteMultipartUploadRequest request) {
        return request.multipartUpload().parts().stream()
                .map(part -> new UploadedPart(part.partNumber(), unquoted(part.eTag())))
                .toList();
    }

    /** Versioning is never on, where S3 calls the only version of an object {@code null}. */
    static void checkVersion(@Nullable String versionId) {
        if (versionId != null && !versionId.equals("null")) {
            throw new ObjectRequestFailed(ObjectError.NO_SUCH_VERSION, "The specified version does not exist.");
        }
    }

    static ByteRange.Choice range(@Nullable String header) {
        var wanted = SdkRequests.parseRange(header);
        return size -> {
            if (wanted == null) {
                return new ByteRange(0, size);
            }
            Long first = wanted.first();
            Long last = wanted.last();
            long from = first != null
                    ? first
                    : Math.max(0, size - Optional.ofNullable(last).orElse(0L));
            long to = first != null && last != null ? Math.min(last + 1, size) : size;
            if (from >= to) {
                throw new ObjectRequestFailed(ObjectError.INVALID_RANGE, "The requested range is not satisfiable");
            }
            return new ByteRange(from, to - from);
        };
    }

    static String token(After after) {
        String text = (after.wholePrefix() ? "p" : "k") + after.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static ObjectListing.Query query(
            @Nullable String prefix, @Nullable String delimiter, After after, @Nullable Integer limit) {
        return new ObjectListing.Query(
                Objects.requireNonNullElse(prefix, ""),
                Objects.requireNonNullElse(delimiter, ""),
                after,
                Objects.requireNonNullElse(limit, 1000));
    }

    /** A marker that goes on to the delimiter is a common prefix of the page before, with all its keys. */
    static After afterMarker(@Nullable String marker, @Nullable String prefix, @Nullable String delimiter) {
        if (marker == null) {
            return After.NOTHING;
        }
        boolean goesOn =
                marker.length() > Objects.requireNonNullElse(prefix, "").length();
        boolean isCommonPrefix = delimiter != null && !delimiter.isEmpty() && marker.endsWith(delimiter);
        return new After(marker, goesOn && isCommonPrefix);
    }

    static After after(@Nullable String token, @Nullable String startAfter) {
        if (token == null) {
            return startAfter == null ? After.NOTHING : new After(startAfter, false);
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith("p") || text.startsWith("k")) {
                return new After(text.substring(1), text.startsWith("p"));
            }
        } catch (IllegalArgumentException _) {
            // as any other token that is not ours
        }
        throw new ObjectRequestFailed(ObjectError.INVALID_ARGUMENT, "The continuation token provided is incorrect");
    }
}
