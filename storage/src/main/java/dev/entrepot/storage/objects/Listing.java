package dev.entrepot.storage.objects;

import dev.entrepot.storage.objects.ObjectListing.After;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/** Gathers one page of a bucket's keys. */
final class Listing implements KeyWalk.Visitor {
    private final ObjectListing.Query query;
    private final KeyWalk walk;
    private final ArrayList<StoredObject> objects = new ArrayList<>();
    private final ArrayList<String> commonPrefixes = new ArrayList<>();
    private After last = After.NOTHING;
    private boolean isTruncated;

    private Listing(Path root, ObjectListing.Query query) {
        this.query = query;
        this.walk = new KeyWalk(root, query.prefix(), query.after(), this);
    }

    static ObjectListing page(Path root, ObjectListing.Query query) throws IOException {
        var listing = new Listing(root, query);
        if (query.limit() > 0) {
            listing.walk.run();
        }
        return new ObjectListing(
                listing.objects,
                listing.commonPrefixes,
                listing.isTruncated ? Optional.of(listing.last) : Optional.empty());
    }

    @Override
    public boolean visit(String key, Path file) throws IOException {
        if (objects.size() + commonPrefixes.size() == query.limit()) {
            isTruncated = true;
            return false;
        }
        String delimiter = query.delimiter();
        int end =
                delimiter.isEmpty() ? -1 : key.indexOf(delimiter, query.prefix().length());
        if (end >= 0) {
            String commonPrefix = key.substring(0, end + delimiter.length());
            commonPrefixes.add(commonPrefix);
            last = new After(commonPrefix, true);
            walk.skip(commonPrefix);
            return true;
        }
        try {
            objects.add(ObjectFile.footer(file).object());
            last = new After(key, false);
        } catch (NoSuchFileException _) {
            // deleted while it was being listed
        }
        return true;
    }
}
