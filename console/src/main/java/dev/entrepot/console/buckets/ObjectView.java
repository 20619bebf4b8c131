package dev.entrepot.console.buckets;

import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Figures;
import dev.entrepot.console.web.Route;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An object: what is known of it and how it begins. */
record ObjectView(ObjectLocation location, StoredObject object, Preview preview) {
    List<BucketView.Crumb> crumbs() {
        return BucketView.crumbs(location.bucket(), location.key());
    }

    String name() {
        return location.key().substring(location.key().lastIndexOf('/') + 1);
    }

    String download() {
        return BucketPages.downloadAddress(location);
    }

    String delete() {
        return Fields.link(Route.at("buckets", location.bucket(), "delete"), "key", location.key());
    }

    String encryption() {
        String algorithm = object.encryption().algorithm().orElse("none");
        return object.encryption().kmsKeyId().map(key -> algorithm + " " + key).orElse(algorithm);
    }

    String size() {
        return Figures.bytes(object.size()) + " (" + Figures.number(object.size()) + " bytes)";
    }

    Map<String, String> headers() {
        return new TreeMap<>(object.headers());
    }
}
