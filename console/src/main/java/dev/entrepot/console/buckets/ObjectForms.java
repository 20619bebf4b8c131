package dev.entrepot.console.buckets;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Confirmation;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Upload;
import dev.entrepot.console.web.Visit;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectError;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectRequestFailed;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.WriteCondition;
import java.util.Map;
import java.util.Optional;

/** Puts objects into buckets and deletes them. */
final class ObjectForms {
    private static final WriteCondition NOTHING_THERE = new WriteCondition.Absent(Optional.empty());

    private final EmbeddedObjectStore objects;

    ObjectForms(EmbeddedObjectStore objects) {
        this.objects = objects;
    }

    Answer upload(Visit visit) {
        Upload file = visit.upload();
        var location = new ObjectLocation(
                visit.step("bucket"), visit.form().find("prefix").orElse("") + file.name());
        var options = PutOptions.DEFAULT
                .contentType(file.contentType())
                .condition(visit.form().has("replace") ? WriteCondition.NONE : NOTHING_THERE);
        try {
            objects.put(Requester.of(visit.owner()), location, options, file.content());
        } catch (ObjectRequestFailed failed) {
            if (failed.error() == ObjectError.PRECONDITION_FAILED) {
                throw new ObjectRequestFailed(
                        failed.error(), location + " is there already, and was not to be replaced.", failed);
            }
            throw failed;
        }
        return new Answer.SeeOther(BucketPages.objectAddress(location));
    }

    Answer askToDelete(Visit visit) {
        ObjectLocation location = BucketPages.location(visit);
        objects.head(Requester.of(visit.owner()), location);
        return new Confirmation(
                        "Delete the object",
                        location.toString(),
                        "Nothing keeps a copy of it. A job that reads it will fail.",
                        Route.at("buckets", location.bucket(), "delete"),
                        Map.of("key", location.key()),
                        "Delete",
                        BucketPages.objectAddress(location))
                .asked();
    }

    Answer delete(Visit visit) {
        var location = new ObjectLocation(visit.step("bucket"), visit.form().get("key"));
        objects.delete(Requester.of(visit.owner()), location);
        String folder = location.key().substring(0, location.key().lastIndexOf('/') + 1);
        return new Answer.SeeOther(BucketPages.address(location.bucket(), folder));
    }
}
