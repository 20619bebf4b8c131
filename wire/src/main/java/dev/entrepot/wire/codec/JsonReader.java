package dev.entrepot.wire.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads strict JSON (RFC 8259) into builders; unknown members are skipped, other types than the contract's are refused. */
public final class JsonReader {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 16 << 20;
    private static final int MAX_NUMBER = 1_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .build();

    private static final Predicate<Member> EVERY = member -> true;

    private final JsonFlavour flavour;

    public JsonReader(JsonFlavour flavour) {
        this.flavour = flavour;
    }

    /** Reads one object into {@code into}; a body of no bytes sets nothing. */
    public void readStruct(byte[] body, StructBuilder into) {
        readStruct(body, into, EVERY);
    }

    /** As {@link #readStruct(byte[], StructBuilder)}, but skips members that {@code chosen} refuses. */
    public void readStruct(byte[] body, StructBuilder into, Predicate<Member> chosen) {
        if (body.length == 0) {
            return;
        }
        try (JsonParser json = parser(body)) {
            json.nextToken();
            struct(json, into, chosen);
            end(json);
        } catch (IOException | NumberFormatException notJson) { // the latter for exponents beyond all bounds
            throw new MalformedInput("The request body is not well-formed JSON");
        }
    }

    /** Reads the value of one member that is the whole document; null when the document is {@code null}. */
    public @Nullable Object readValue(byte[] body, Member member) {
        try (JsonParser json = parser(body)) {
            json.nextToken();
            Object value = json.hasToken(JsonToken.VALUE_NULL) ? null : value(json, member);
            end(json);
            return value;
        } catch (IOException | NumberFormatException notJson) {
            throw new MalformedInput("The request body is not well-formed JSON");
        }
    }

    /** The parser would also take UTF-16 and UTF-32, which have a zero or a byte-order mark at the start. */
    private static JsonParser parser(byte[] body) throws IOException {
        for (int i = 0; i < Math.min(body.length, 4); i++) {
            if (body[i] == 0 || body[i] < 0 && i == 0) {
                throw new MalformedInput("JSON is written in UTF-8, without a byte-order mark");
            }
        }
        return FACTORY.createParser(body);
    }

    private static void end(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new MalformedInput("Unexpected content after the JSON value");
        }
    }

    private void struct(JsonParser json, StructBuilder into, Predicate<Member> chosen) throws IOException {
        expect(json, JsonToken.START_OBJECT, "a JSON object");
        StructSchema schema = into.schema();
        boolean union = schema.type() == ShapeType.UNION;
        int set = 0;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            Member member = flavour.member(schema, name).orElse(null);
            if (token == JsonToken.VALUE_NULL) {
                continue;
            }
            if (member != null && chosen.test(member)) {
                into.set(member.index(), value(json, member));
                set++;
            } else if (union && !name.equals("__type")) {
                throw MalformedInput.union("Unknown union member");
            } else {
                json.skipChildren();
            }
        }
        expect(json, JsonToken.END_OBJECT, "the end of a JSON object");
        if (union && set != 1) {
            throw MalformedInput.union("A union has exactly one member set");
        }
    }

    private Object value(JsonParser json, Member member) throws IOException {
        return switch (member.type()) {
            case STRUCTURE, UNION -> {
                StructBuilder nested = ((StructSchema) member.target()).newBuilder();
                struct(json, nested, EVERY);
                yield nested;
            }
            case LIST -> list(json, (ListSchema) member.target());
            case MAP -> map(json, (MapSchema) member.target());
            case DOCUMENT -> JsonDocuments.read(json);
            default -> JsonScalars.read(json, member);
        };
    }

    private List<@Nullable Object> list(JsonParser json, ListSchema schema) throws IOException {
        expect(json, JsonToken.START_ARRAY, "a JSON array");
        var list = new ArrayList<@Nullable Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(element(json, schema.member(), schema.sparse()));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(JsonParser json, MapSchema schema) throws IOException {
        expect(json, JsonToken.START_OBJECT, "a JSON object");
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            map.put(WellFormed.check(key), element(json, schema.value(), schema.sparse()));
        }
        return map;
    }

    private @Nullable Object element(JsonParser json, Member member, boolean sparse) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_NULL)) {
            return value(json, member);
        }
        if (!sparse) {
            throw new MalformedInput("null is not allowed here");
        }
        return null;
    }

    static void expect(JsonParser json, JsonToken token, String what) {
        if (!json.hasToken(token)) {
            throw new MalformedInput("Expected " + what);
        }
    }
}
