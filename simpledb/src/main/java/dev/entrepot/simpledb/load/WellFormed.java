package dev.entrepot.simpledb.load;

import dev.entrepot.simpledb.domain.Attributes;

/** JSON's escapes can spell half a character, which has no UTF-8 to be stored as. */
final class WellFormed {
    private WellFormed() {}

    /** @throws Unsuitable when the item holds such a thing */
    static void check(String name, Attributes attributes) {
        check(name);
        attributes.all().forEach((attribute, values) -> {
            check(attribute);
            values.forEach(WellFormed::check);
        });
    }

    private static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    throw new Unsuitable("It holds half of a surrogate pair, which is no character.");
                }
                i++;
            }
        }
    }
}
