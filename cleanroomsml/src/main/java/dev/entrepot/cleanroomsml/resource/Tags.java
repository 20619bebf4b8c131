package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.cleanroomsml.contract.ValidationException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What tags must be like beside what the contract says (dossier, section 1.11). */
public final class Tags {
    private static final int MOST = 50;
    private static final String RESERVED = "aws:";

    private Tags() {}

    public static Map<String, String> of(Optional<Map<String, String>> requested) {
        return with(Map.of(), requested.orElse(Map.of()));
    }

    /** The tags with further ones; of two with one key the further one holds. */
    public static Map<String, String> with(Map<String, String> tags, Map<String, String> more) {
        more.keySet().forEach(Tags::checkKey);
        var all = new TreeMap<>(tags);
        all.putAll(more);
        if (all.size() > MOST) {
            throw new ValidationException("A resource has at most " + MOST + " tags");
        }
        return all;
    }

    static Map<String, String> without(Map<String, String> tags, Collection<String> keys) {
        var left = new TreeMap<>(tags);
        left.keySet().removeAll(keys);
        return left;
    }

    private static void checkKey(String key) {
        if (key.toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
            throw new ValidationException("Tag keys must not begin with the reserved prefix " + RESERVED);
        }
    }
}
