package dev.entrepot.storage.objects.awssdk;

import static dev.entrepot.storage.objects.awssdk.Requests.unquoted;

import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.StoredObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** The conditions on an object that is read (RFC 9110, section 13.2.2); HTTP dates have whole seconds. */
record ReadConditions(
        @Nullable String ifMatch,
        @Nullable String ifNoneMatch,
        @Nullable Instant ifModifiedSince,
        @Nullable Instant ifUnmodifiedSince) {
    static void check(GetObjectRequest request, StoredObject object) {
        var conditions = new ReadConditions(
                request.ifMatch(), request.ifNoneMatch(), request.ifModifiedSince(), request.ifUnmodifiedSince());
        if (!conditions.isWanted(object)) {
            throw failed();
        }
        if (!conditions.isNew(object)) {
            throw S3Exceptions.fromStatusCode(304, Answers.quoted(object.etag()), Map.of(), null);
        }
    }

    static void check(CopyObjectRequest request, StoredObject source) {
        var conditions = new ReadConditions(
                request.copySourceIfMatch(),
                request.copySourceIfNoneMatch(),
                request.copySourceIfModifiedSince(),
                request.copySourceIfUnmodifiedSince());
        if (!conditions.isWanted(source) || !conditions.isNew(source)) {
            throw failed();
        }
    }

    private boolean isWanted(StoredObject object) {
        if (ifMatch != null) {
            return matches(ifMatch, object);
        }
        return ifUnmodifiedSince == null || !modified(object).isAfter(ifUnmodifiedSince);
    }

    private boolean isNew(StoredObject object) {
        if (ifNoneMatch != null) {
            return !matches(ifNoneMatch, object);
        }
        return ifModifiedSince == null || modified(object).isAfter(ifModifiedSince);
    }

    private static boolean matches(String etag, StoredObject object) {
        return etag.equals("*") || unquoted(etag).equals(object.etag());
    }

    private static Instant modified(StoredObject object) {
        return object.lastModified().truncatedTo(ChronoUnit.SECONDS);
    }

    private static ObjectRequestFailed failed() {
        return new ObjectRequestFailed(
                ObjectError.PRECONDITION_FAILED, "At least one of the preconditions you specified did not hold.");
    }
}
