package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.contract.AccessDeniedException;
import dev.entrepot.mailmanager.contract.ExportDestinationConfiguration;
import dev.entrepot.mailmanager.contract.ValidationException;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.wire.service.RequestContext;

/** Tells at once whether the caller may write where they want an export (dossier, section 3.3). */
record DestinationCheck(Access access, ObjectStore objects) {
    /** The location, when there is one that S3 could have. */
    static String location(ExportDestinationConfiguration destination) {
        return switch (destination) {
            case ExportDestinationConfiguration.S3(var s3) ->
                s3.s3Location().orElseThrow(() -> new ValidationException("The S3Location is missing."));
        };
    }

    void check(Layout layout, RequestContext context) {
        access.authorizer()
                .check(
                        context.caller(),
                        "s3:PutObject",
                        "arn:aws:s3:::" + layout.bucket() + "/" + layout.prefix() + "*");
        try {
            // The longest key: what S3 could not have is refused, and then the bucket is looked at, but never listed.
            objects.head(Requester.of(Access.owner(context)), layout.at(layout.checksums()));
        } catch (ObjectRequestFailed failed) {
            if (failed.error() == ObjectError.ACCESS_DENIED) {
                throw new AccessDeniedException("The bucket " + layout.bucket() + " may not be written to.");
            }
            if (failed.error() != ObjectError.NO_SUCH_KEY) {
                throw refused(failed);
            }
        }
    }

    private static RuntimeException refused(ObjectRequestFailed failed) {
        return failed.error() == ObjectError.INTERNAL_ERROR
                ? failed
                : new ValidationException("The S3Location cannot be written to: " + failed.getMessage());
    }
}
