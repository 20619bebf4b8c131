package dev.entrepot.console.web;

import dev.entrepot.storage.objects.ObjectLocation;
import java.net.URI;

/** Links to objects that services answer with: {@code http://host/bucket/key?…}. */
public final class ObjectLink {
    private ObjectLink() {}

    /** The object that a link names. */
    public static ObjectLocation location(String link) {
        String path = URI.create(link).getPath();
        int end = path.indexOf('/', 1);
        return new ObjectLocation(path.substring(1, end), path.substring(end + 1));
    }
}
