package dev.entrepot.cleanroomsml.source;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The types of Glue's that plain text can be of, the narrowest first. */
enum PlainType {
    /** Not {@code 007}: ids are compared as texts, so nothing may be lost of them. */
    BIGINT("-?(0|[1-9]\\d{0,17})"),
    DOUBLE("-?(0|[1-9]\\d{0,14})(\\.\\d+)?([eE][+-]?\\d{1,3})?"),
    TIMESTAMP("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?"),
    BOOLEAN("(?i)true|false"),
    STRING("(?s).*");

    private final Pattern values;

    PlainType(String values) {
        this.values = Pattern.compile(values);
    }

    /** What a column's values seen so far can all be of. */
    static final class Guess {
        private final Set<PlainType> possible = EnumSet.allOf(PlainType.class);
        private boolean isSeen;
        private boolean isList;

        /** @param value empty for null, which tells nothing */
        void see(String value) {
            if (!value.isEmpty()) {
                isSeen = true;
                possible.removeIf(type -> !type.values.matcher(value).matches());
            }
        }

        void seeList() {
            isList = true;
        }

        /** Glue's name of the type; of nothing but nulls, a text's. */
        String type() {
            PlainType narrowest = isSeen ? possible.iterator().next() : STRING;
            String name = narrowest.name().toLowerCase(Locale.ROOT);
            return isList ? "array<" + name + ">" : name;
        }
    }
}
