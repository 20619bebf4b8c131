package dev.entrepot.storage.objects;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing, objects and common prefixes each in UTF-8 byte order.
 *
 * @param next where to continue, if there is more
 */
public record ObjectListing(List<StoredObject> objects, List<String> commonPrefixes, Optional<After> next) {
    public ObjectListing {
        objects = List.copyOf(objects);
        commonPrefixes = List.copyOf(commonPrefixes);
    }

    /**
     * A place in a listing.
     *
     * @param key the last key or common prefix that has been given
     * @param wholePrefix whether every key that starts with it has been given too
     */
    public record After(String key, boolean wholePrefix) {
        public static final After NOTHING = new After("", false);
    }

    /**
     * Which objects to list.
     *
     * @param delimiter keys that hold it after the prefix are rolled up to a common prefix; empty for none
     * @param limit the most objects and common prefixes together
     */
    public record Query(String prefix, String delimiter, After after, int limit) {
        public static Query prefix(String prefix) {
            return new Query(prefix, "", After.NOTHING, 1000);
        }

        public Query after(After after) {
            return new Query(prefix, delimiter, after, limit);
        }
    }
}
