package dev.entrepot.wire.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Document values: any JSON as a tree of plain Java values. */
final class JsonDocuments {
    private JsonDocuments() {}

    static @Nullable Object read(JsonInput json) {
        return switch (json.peek()) {
            case '{' -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                json.enter();
                while (json.hasNext('}')) {
                    map.put(json.name(), read(json));
                }
                yield map;
            }
            case '[' -> {
                var list = new ArrayList<@Nullable Object>();
                json.enter();
                while (json.hasNext(']')) {
                    list.add(read(json));
                }
                yield list;
            }
            case '"' -> json.text();
            case 't', 'f' -> json.bool();
            default -> json.isNull() ? null : number(json.number());
        };
    }

    /** The narrowest type that has it. */
    private static Number number(String text) {
        if (!JsonScalars.isWhole(text)) {
            return finite(Double.parseDouble(text));
        }
        var whole = new BigInteger(text);
        if (whole.bitLength() >= Long.SIZE) {
            return whole;
        }
        long value = whole.longValue();
        return value == (int) value ? (Number) (int) value : value;
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
