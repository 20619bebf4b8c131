package dev.entrepot.simpledb.classic;

import dev.entrepot.simpledb.domain.Attributes;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The limits on names, values and numbers of things (SimpleDB dossier, section 3.9), each with its error. */
public final class ItemRules {
    static final int MAX_ITEMS_PER_CALL = 25;
    static final int MAX_PAIRS = 256;
    private static final int MAX_BYTES = 1024;
    private static final Pattern DOMAIN_NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

    private ItemRules() {}

    static String domainName(String name) {
        if (name.length() > 255 || !DOMAIN_NAME.matcher(name).matches()) {
            // The blank at the end is AWS's.
            throw ClassicError.INVALID_PARAMETER_VALUE.with(shown(name), "DomainName is invalid. ");
        }
        return name;
    }

    static String itemName(String name) {
        if (name.isEmpty()) {
            throw ClassicError.INVALID_PARAMETER_VALUE.with(
                    "", "ItemName is invalid.The empty string is an illegal item name");
        }
        return bounded(name, "Item is invalid. Value exceeds max length of 1024.");
    }

    static String attributeName(String name) {
        if (name.isEmpty()) {
            throw ClassicError.INVALID_PARAMETER_VALUE.with(
                    "", "Name is invalid.The empty string is an illegal attribute name");
        }
        return bounded(name, "Name is invalid. Value exceeds maximum length of 1024.");
    }

    static String value(String value) {
        return bounded(value, "Value is invalid. Value exceeds maximum length of 1024.");
    }

    static void requestedAttributes(List<String> names) {
        if (names.size() > MAX_PAIRS) {
            throw ClassicError.TOO_MANY_REQUESTED_ATTRIBUTES.with();
        }
        names.forEach(name -> bounded(name, "AttributeName is invalid. Value exceeds maximum length of 1024."));
    }

    /** Every item of a batch once. */
    static void items(List<String> names) {
        if (names.size() > MAX_ITEMS_PER_CALL) {
            throw ClassicError.NUMBER_SUBMITTED_ITEMS_EXCEEDED.with();
        }
        var seen = new HashSet<String>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw ClassicError.DUPLICATE_ITEM_NAME.with(name);
            }
        }
    }

    /** The item as it would be stored. */
    static void pairs(Attributes attributes) {
        if (attributes.size() > MAX_PAIRS) {
            throw ClassicError.NUMBER_ITEM_ATTRIBUTES_EXCEEDED.with();
        }
    }

    /**
     * A whole item that did not come in a request.
     *
     * @throws dev.entrepot.wire.service.Refused with the text that a request for it would be answered with
     */
    public static void item(String name, Attributes attributes) {
        itemName(name);
        attributes.all().forEach((attribute, values) -> {
            attributeName(attribute);
            values.forEach(ItemRules::value);
        });
        pairs(attributes);
        if (attributes.isEmpty()) {
            throw ClassicError.MISSING_PARAMETER.with("No attributes for item ='" + name + "'.");
        }
    }

    private static String bounded(String text, String rule) {
        if (utf8Length(text) > MAX_BYTES) {
            throw ClassicError.INVALID_PARAMETER_VALUE.with(shown(text), rule);
        }
        return text;
    }

    private static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A surrogate is half of a character of four bytes.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }

    /** What was sent, cut where it is far over every limit: an answer is not a place to keep a megabyte. */
    private static String shown(String text) {
        return text.length() <= 2 * MAX_BYTES ? text : text.substring(0, 2 * MAX_BYTES) + "...";
    }
}
