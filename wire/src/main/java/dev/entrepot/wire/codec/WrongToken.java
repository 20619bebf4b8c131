package dev.entrepot.wire.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Says that a JSON value is of another type than the contract's, in the words of live AWS services (wire dossier, section 4). */
final class WrongToken {
    private WrongToken() {}

    /** @param wanted {@code list}, {@code map} or {@code structure}; simple types with their article, such as {@code a String} */
    static void unless(JsonParser json, JsonToken expected, String wanted) {
        if (!json.hasToken(expected)) {
            throw new MalformedInput(text(json.currentToken(), wanted));
        }
    }

    private static String text(JsonToken found, String wanted) {
        return switch (found) {
            case START_ARRAY -> "Start of list found where not expected";
            case START_OBJECT -> "Start of structure or map found where not expected.";
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                wanted.indexOf(' ') < 0
                        ? "Expected " + wanted + " or null"
                        : name(found) + " can not be converted to " + wanted;
            case null, default -> "Expected " + wanted;
        };
    }

    private static String name(JsonToken found) {
        return found.isNumeric() ? "NUMBER_VALUE" : found.name().substring("VALUE_".length()) + "_VALUE";
    }
}
