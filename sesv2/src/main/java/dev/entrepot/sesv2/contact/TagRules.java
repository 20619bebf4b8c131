package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tags must be like: AWS's rules for the tags of any resource. */
final class TagRules {
    private static final int MOST = 50;
    private static final int KEY = 128;
    private static final int VALUE = 256;

    private TagRules() {}

    /** The tags with further ones: of several with one key the last holds. */
    static List<Tag> with(List<Tag> tags, List<Tag> more) {
        Map<String, Tag> byKey = new LinkedHashMap<>();
        tags.forEach(tag -> byKey.put(tag.key(), tag));
        for (Tag tag : more) {
            if (tag.key().isEmpty() || tag.key().length() > KEY) {
                throw new BadRequestException("A tag key must be between 1 and " + KEY + " characters long.");
            }
            if (tag.value().length() > VALUE) {
                throw new BadRequestException("A tag value can contain up to " + VALUE + " characters.");
            }
            byKey.put(tag.key(), tag);
        }
        if (byKey.size() > MOST) {
            throw new BadRequestException("A maximum of " + MOST + " tags are allowed per resource.");
        }
        return List.copyOf(byKey.values());
    }
}
