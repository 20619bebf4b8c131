package dev.entrepot.simpledb.load;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.entrepot.simpledb.domain.Attributes;
import java.io.IOException;

/**
 * An item as exports write it (SimpleDB dossier, section 2.2), whatever its layout and the order of its members:
 * {@code {"itemName":…,"attributes":[{"name":…,"values":[…]}]}}.
 */
record ItemJson(String name, Attributes attributes) {
    /**
     * @param json at the item's opening brace; afterwards at its closing one
     * @throws Unsuitable when the object has another shape
     */
    static ItemJson read(JsonParser json) throws IOException {
        String name = "";
        var attributes = new Attributes();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "itemName" -> name = text(json, "itemName");
                case "attributes" -> attributes(json, attributes);
                default -> throw unknown(json, "an item has itemName and attributes");
            }
        }
        return new ItemJson(name, attributes);
    }

    private static void attributes(JsonParser json, Attributes into) throws IOException {
        require(json.nextToken() == JsonToken.START_ARRAY, "attributes must be an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT, "each of the attributes must be an object");
            attribute(json, into);
        }
    }

    /** The name may come after the values, so these wait for it. */
    private static void attribute(JsonParser json, Attributes into) throws IOException {
        String name = "";
        var values = new Attributes();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "name" -> name = text(json, "name");
                case "values" -> values(json, name, name.isEmpty() ? values : into);
                default -> throw unknown(json, "an attribute has name and values");
            }
        }
        for (String value : values.of("")) {
            into.add(name, value);
        }
    }

    private static void values(JsonParser json, String name, Attributes into) throws IOException {
        require(json.nextToken() == JsonToken.START_ARRAY, "values must be an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.VALUE_STRING, "each of the values must be a string");
            into.add(name, json.getText());
        }
    }

    private static String text(JsonParser json, String member) throws IOException {
        require(json.nextToken() == JsonToken.VALUE_STRING, member + " must be a string");
        return json.getText();
    }

    private static void require(boolean as, String rule) {
        if (!as) {
            throw new Unsuitable(Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + ".");
        }
    }

    private static Unsuitable unknown(JsonParser json, String known) throws IOException {
        return new Unsuitable("'" + json.currentName() + "' is unknown: " + known + ".");
    }
}
