package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads strict JSON (RFC 8259) into builders; unknown members are skipped, other types than the contract's are refused. */
public final class JsonReader {
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
        var json = new JsonInput(body);
        struct(json, into, chosen);
        json.end();
    }

    /** Reads the value of one member that is the whole document; null when the document is {@code null}. */
    public @Nullable Object readValue(byte[] body, Member member) {
        var json = new JsonInput(body);
        Object value = json.isNull() ? null : value(json, member);
        json.end();
        return value;
    }

    private void struct(JsonInput json, StructBuilder into, Predicate<Member> chosen) {
        enter(json, '{', "structure");
        StructSchema schema = into.schema();
        boolean union = schema.type() == ShapeType.UNION;
        int set = 0;
        int expected = 0;
        while (json.hasNext('}')) {
            String name = "";
            Member member = expected(json, schema.members(), expected);
            if (member == null) {
                name = json.name();
                member = flavour.member(schema, name).orElse(null);
            }
            expected = member == null ? expected : member.index() + 1;
            if (json.isNull()) {
                continue;
            }
            if (member != null && chosen.test(member)) {
                into.set(member.index(), value(json, member));
                set++;
            } else if (union && !name.equals("__type")) {
                throw MalformedInput.union("Unknown union member");
            } else {
                json.skip();
            }
        }
        if (union && set != 1) {
            throw MalformedInput.union("A union has exactly one member set");
        }
    }

    private static void enter(JsonInput json, char opening, String wanted) {
        if (json.peek() != opening) {
            throw WrongType.of(json, wanted);
        }
        json.enter();
    }

    /** Members mostly come in the order of the contract: the one that is expected is compared where its name stands. */
    private @Nullable Member expected(JsonInput json, List<Member> members, int expected) {
        return expected < members.size()
                        && json.isName(flavour.name(members.get(expected)).json())
                ? members.get(expected)
                : null;
    }

    private Object value(JsonInput json, Member member) {
        return switch (member.type()) {
            case STRUCTURE, UNION -> {
                StructBuilder nested = ((StructSchema) member.target()).newBuilder();
                struct(json, nested, EVERY);
                yield nested;
            }
            case LIST -> list(json, (ListSchema) member.target());
            case MAP -> map(json, (MapSchema) member.target());
            case DOCUMENT -> JsonDocuments.read(json);
            case BOOLEAN -> flavour.takesTextAsTrue() && isText(json) || (boolean) JsonScalars.read(json, member);
            default -> JsonScalars.read(json, member);
        };
    }

    /** Passes over a text, if one is here. */
    private static boolean isText(JsonInput json) {
        boolean text = json.peek() == '"';
        if (text) {
            json.skip();
        }
        return text;
    }

    private List<@Nullable Object> list(JsonInput json, ListSchema schema) {
        enter(json, '[', "list");
        var list = new ArrayList<@Nullable Object>();
        while (json.hasNext(']')) {
            list.add(element(json, schema.member(), schema.sparse()));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(JsonInput json, MapSchema schema) {
        enter(json, '{', "map");
        var map = new LinkedHashMap<String, @Nullable Object>();
        while (json.hasNext('}')) {
            map.put(json.name(), element(json, schema.value(), schema.sparse()));
        }
        return map;
    }

    private @Nullable Object element(JsonInput json, Member member, boolean sparse) {
        if (!json.isNull()) {
            return value(json, member);
        }
        if (!sparse) {
            throw new MalformedInput("null is not allowed here");
        }
        return null;
    }
}
