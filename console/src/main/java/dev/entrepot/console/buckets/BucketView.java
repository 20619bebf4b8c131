package dev.entrepot.console.buckets;

import dev.entrepot.console.web.Route;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.StoredObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies below a prefix of a bucket.
 *
 * @param next the address of the next page; empty on the last
 */
record BucketView(String bucket, String prefix, ObjectListing listing, String next) {
    /** One step of the way from the bucket to where we are. */
    record Crumb(String name, String address) {}

    List<Crumb> crumbs() {
        return crumbs(bucket, prefix);
    }

    /** Of all that ends with a slash in {@code prefix}. */
    static List<Crumb> crumbs(String bucket, String prefix) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(bucket, BucketPages.address(bucket, "")));
        for (int from = 0, to; (to = prefix.indexOf('/', from)) >= 0; from = to + 1) {
            crumbs.add(new Crumb(
                    prefix.substring(from, to + 1), BucketPages.address(bucket, prefix.substring(0, to + 1))));
        }
        return crumbs;
    }

    String upload() {
        return Route.at("buckets", bucket, "upload");
    }

    String below(String name) {
        return name.substring(prefix.length());
    }

    String folder(String commonPrefix) {
        return BucketPages.address(bucket, commonPrefix);
    }

    String object(StoredObject object) {
        return BucketPages.objectAddress(bucket, object.key());
    }
}
