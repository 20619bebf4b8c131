package dev.entrepot.console.buckets;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectListing.After;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.wire.auth.ObjectLinks;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Buckets, what lies in them, and single objects. */
public final class BucketPages {
    private static final int LINES = 200;
    private static final Duration LINK_LIFETIME = Duration.ofMinutes(5);

    private final EmbeddedObjectStore objects;
    private final ObjectLinks links;
    private final ObjectForms forms;

    public BucketPages(EmbeddedObjectStore objects, ObjectLinks links) {
        this.objects = objects;
        this.links = links;
        this.forms = new ObjectForms(objects);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("buckets", this::list),
                Route.post("buckets", this::create),
                Route.get("buckets/{bucket}", this::browse),
                Route.post("buckets/{bucket}/upload", forms::upload),
                Route.get("buckets/{bucket}/object", this::show),
                Route.get("buckets/{bucket}/download", this::download),
                Route.get("buckets/{bucket}/delete", forms::askToDelete),
                Route.post("buckets/{bucket}/delete", forms::delete));
    }

    public static String address(String bucket, String prefix) {
        return Fields.link(Route.at("buckets", bucket), "prefix", prefix);
    }

    public static String objectAddress(ObjectLocation location) {
        return objectAddress(location.bucket(), location.key());
    }

    static String objectAddress(String bucket, String key) {
        return Fields.link(Route.at("buckets", bucket, "object"), "key", key);
    }

    static String downloadAddress(ObjectLocation location) {
        return Fields.link(Route.at("buckets", location.bucket(), "download"), "key", location.key());
    }

    private Answer list(Visit visit) {
        return Answer.show("buckets/list.jte", new BucketListView(objects.listBuckets(requester(visit))));
    }

    private Answer create(Visit visit) {
        String name = visit.form().get("name");
        objects.createBucket(requester(visit), name);
        return new Answer.SeeOther(address(name, ""));
    }

    private Answer browse(Visit visit) {
        String bucket = visit.step("bucket");
        String prefix = visit.query().find("prefix").orElse("");
        After after = visit.query()
                .find("after")
                .map(key -> new After(key, visit.query().has("whole")))
                .orElse(After.NOTHING);
        ObjectListing listing =
                objects.list(requester(visit), bucket, new ObjectListing.Query(prefix, "/", after, LINES));
        String next = listing.next()
                .map(place -> Fields.link(
                        Route.at("buckets", bucket),
                        "prefix",
                        prefix,
                        "after",
                        place.key(),
                        "whole",
                        place.wholePrefix() ? "on" : ""))
                .orElse("");
        return Answer.show("buckets/browse.jte", new BucketView(bucket, prefix, listing, next));
    }

    private Answer show(Visit visit) {
        ObjectLocation location = location(visit);
        return Answer.show(
                "buckets/object.jte",
                new ObjectView(
                        location,
                        objects.head(requester(visit), location),
                        Preview.of(objects, requester(visit), location)));
    }

    /** By a link of S3's own: the object streams past the console, whatever its size. */
    private Answer download(Visit visit) {
        ObjectLocation location = location(visit);
        objects.head(requester(visit), location);
        URI link = links.link(
                ObjectLinks.Use.DOWNLOAD,
                visit.caller(),
                visit.host(),
                location.bucket(),
                location.key(),
                LINK_LIFETIME);
        return new Answer.SeeOther(link.getRawPath() + "?" + link.getRawQuery());
    }

    static ObjectLocation location(Visit visit) {
        return new ObjectLocation(visit.step("bucket"), visit.query().get("key"));
    }

    private static Requester requester(Visit visit) {
        return Requester.of(visit.owner());
    }
}
