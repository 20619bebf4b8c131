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
        Utf8.require(body); // the parser would take overlong forms and characters beyond the last
        return FACTORY.createParser(body);
    }

    private static void end(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new MalformedInput("Unexpected content after the JSON value");
        }
    }

    private void struct(JsonParser json, StructBuilder into, Predicate<Member> chosen) throws IOException {
        WrongToken.unless(json, JsonToken.START_OBJECT, "structure");
        StructSchema schema = into.schema();
        boolean union = schema.type() == ShapeType.UNION;
        int set = 0;
        int expected = 0;
        while (nextName(json, schema.members(), expected)) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            Member member = member(schema, name, expected);
            expected = member == null ? expected : member.index() + 1;
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
        WrongToken.unless(json, JsonToken.END_OBJECT, "the end of a structure");
        if (union && set != 1) {
            throw MalformedInput.union("A union has exactly one member set");
        }
    }

    /** Members mostly come in the order of the contract: the one that is expected is compared where it stands. */
    private boolean nextName(JsonParser json, List<Member> members, int expected) throws IOException {
        return expected < members.size()
                ? json.nextFieldName(flavour.name(members.get(expected))) || json.hasToken(JsonToken.FIELD_NAME)
                : json.nextFieldName() != null;
    }

    private @Nullable Member member(StructSchema schema, String name, int expected) {
        List<Member> members = schema.members();
        return expected < members.size()
                        && flavour.name(members.get(expected)).getValue().equals(name)
                ? members.get(expected)
                : flavour.member(schema, name).orElse(null);
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
            case BOOLEAN ->
                flavour.takesTextAsTrue() && json.hasToken(JsonToken.VALUE_STRING)
                        || (boolean) JsonScalars.read(json, member);
            default -> JsonScalars.read(json, member);
        };
    }

    private List<@Nullable Object> list(JsonParser json, ListSchema schema) throws IOException {
        WrongToken.unless(json, JsonToken.START_ARRAY, "list");
        var list = new ArrayList<@Nullable Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(element(json, schema.member(), schema.sparse()));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(JsonParser json, MapSchema schema) throws IOException {
        WrongToken.unless(json, JsonToken.START_OBJECT, "map");
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
}
