package dev.entrepot.wire.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Document values: any JSON as a tree of plain Java values. */
final class JsonDocuments {
    private JsonDocuments() {}

    static @Nullable Object read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                    json.nextToken();
                    map.put(WellFormed.check(key), read(json));
                }
                yield map;
            }
            case START_ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(json));
                }
                yield list;
            }
            case VALUE_STRING -> WellFormed.check(json.getText());
            case VALUE_NUMBER_INT -> json.getNumberValue();
            case VALUE_NUMBER_FLOAT -> finite(json.getDoubleValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new MalformedInput("Expected a JSON value");
        };
    }

    /** An infinite number could not be written as JSON again. */
    private static double finite(double number) {
        if (Double.isInfinite(number)) {
            throw new MalformedInput("Number out of range");
        }
        return number;
    }

    static void write(JsonOutput json, @Nullable Object document) {
        switch (document) {
            case Map<?, ?> map -> {
                json.start('{');
                for (var entry : map.entrySet()) {
                    json.name((String) entry.getKey());
                    write(json, entry.getValue());
                }
                json.end('}');
            }
            case List<?> list -> {
                json.start('[');
                for (Object element : list) {
                    write(json, element);
                }
                json.end(']');
            }
            case String text -> json.text(text);
            case Number number -> json.number(number);
            case null, default -> json.literal(String.valueOf(document)); // null, true or false
        }
    }
}
