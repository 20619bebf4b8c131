package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ByteRange;
import dev.entrepot.storage.objects.ObjectContent;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The objects that a job reads for an account. What S3 refuses is the end of the job.
 *
 * @param notFound the code for what is not there
 * @param accessDenied the code for what is another account's
 */
public record S3Files(ObjectStore objects, Owner owner, FailureCode notFound, FailureCode accessDenied) {
    /** The object that a place names, or else those below it; hidden ones, whose names begin with _ or a dot, are passed over. */
    public List<StoredObject> at(S3Uri place) {
        return orFail(place, () -> {
            List<StoredObject> found = list(place);
            List<StoredObject> exact = found.stream()
                    .filter(each -> each.key().equals(place.key()))
                    .toList();
            List<StoredObject> all = exact.isEmpty() ? below(place, found) : exact;
            if (all.isEmpty()) {
                throw notFound.because("There is no object at " + place + ".");
            }
            return all;
        });
    }

    private List<StoredObject> list(S3Uri place) {
        var all = new ArrayList<StoredObject>();
        Optional<ObjectListing.Query> query = Optional.of(ObjectListing.Query.prefix(place.key()));
        while (query.isPresent()) {
            ObjectListing page = objects.list(Requester.of(owner), place.bucket(), query.get());
            all.addAll(page.objects());
            query = page.next().map(query.get()::after);
        }
        return all;
    }

    private static List<StoredObject> below(S3Uri place, List<StoredObject> found) {
        String directory = place.resolve("").key();
        return found.stream()
                .filter(each -> each.key().startsWith(directory) && !each.key().endsWith("/"))
                .filter(each -> Arrays.stream(
                                each.key().substring(directory.length()).split("/"))
                        .noneMatch(step -> step.startsWith("_") || step.startsWith(".")))
                .toList();
    }

    /** The caller closes its stream. */
    public ObjectContent open(S3Uri object) {
        return open(object, size -> new ByteRange(0, size));
    }

    ObjectContent open(S3Uri object, ByteRange.Choice range) {
        return orFail(
                object,
                () -> objects.get(Requester.of(owner), new ObjectLocation(object.bucket(), object.key()), range));
    }

    private <T> T orFail(S3Uri place, Supplier<T> request) {
        try {
            return request.get();
        } catch (ObjectRequestFailed refused) {
            throw failure(place, refused);
        }
    }

    private JobFailed failure(S3Uri place, ObjectRequestFailed refused) {
        if (refused.error() == ObjectError.INTERNAL_ERROR) {
            throw refused; // the disk's trouble may pass
        }
        FailureCode code = refused.error().source() == ObjectError.Source.KMS
                ? FailureCode.KMS_ACCESS_DENIED
                : refused.error() == ObjectError.ACCESS_DENIED ? accessDenied : notFound;
        return code.because(place + " cannot be read: " + refused.getMessage());
    }
}
