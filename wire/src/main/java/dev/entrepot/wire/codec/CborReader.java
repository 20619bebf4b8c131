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
import org.jspecify.annotations.Nullable;

/** Reads CBOR (RFC 8949) into builders; unknown members are skipped, other types than the contract's are refused. */
public final class CborReader {
    private final CborInput cbor;

    private CborReader(CborInput cbor) {
        this.cbor = cbor;
    }

    /** Reads one map into {@code into}; a body of no bytes sets nothing. */
    public static void readStruct(byte[] body, StructBuilder into) {
        if (body.length == 0) {
            return;
        }
        var cbor = new CborInput(body);
        cbor.next();
        new CborReader(cbor).struct(into);
        cbor.end();
    }

    private void struct(StructBuilder into) {
        cbor.expect(CborInput.MAP, "a map");
        StructSchema schema = into.schema();
        boolean union = schema.type() == ShapeType.UNION;
        int set = 0;
        int expected = 0;
        long count = cbor.enter();
        for (long read = 0; cbor.hasNext(count, read); read++) {
            String name = name(schema.members(), expected);
            Member member = schema.member(name).orElse(null);
            expected = member == null ? expected : member.index() + 1;
            cbor.next();
            if (cbor.isNull()) {
                continue;
            }
            if (member != null) {
                if (into.get(member.index()) != null) {
                    throw new MalformedInput("A member is there twice");
                }
                into.set(member.index(), value(member));
                set++;
            } else if (union && !name.equals("__type")) {
                throw MalformedInput.union("Unknown union member");
            } else {
                cbor.skip();
            }
        }
        cbor.leave();
        if (union && set != 1) {
            throw MalformedInput.union("A union has exactly one member set");
        }
    }

    /** The name whose head was read last; one that is expected, since members mostly come in order, need not be decoded. */
    private String name(List<Member> members, int expected) {
        return expected < members.size()
                        && cbor.isText(members.get(expected).encodedName().utf8())
                ? members.get(expected).name()
                : cbor.text();
    }

    /** The value whose head was read last. */
    private Object value(Member member) {
        return switch (member.type()) {
            case STRUCTURE, UNION -> {
                StructBuilder nested = ((StructSchema) member.target()).newBuilder();
                struct(nested);
                yield nested;
            }
            case LIST -> list((ListSchema) member.target());
            case MAP -> map((MapSchema) member.target());
            default -> CborScalars.read(cbor, member);
        };
    }

    private List<@Nullable Object> list(ListSchema schema) {
        cbor.expect(CborInput.ARRAY, "an array");
        var list = new ArrayList<@Nullable Object>();
        long count = cbor.enter();
        for (long read = 0; cbor.hasNext(count, read); read++) {
            list.add(element(schema.member(), schema.sparse()));
        }
        cbor.leave();
        return list;
    }

    private Map<String, @Nullable Object> map(MapSchema schema) {
        cbor.expect(CborInput.MAP, "a map");
        var map = new LinkedHashMap<String, @Nullable Object>();
        long count = cbor.enter();
        for (long read = 0; cbor.hasNext(count, read); read++) {
            String key = cbor.text();
            if (map.containsKey(key)) {
                throw new MalformedInput("A key is there twice");
            }
            cbor.next();
            map.put(key, element(schema.value(), schema.sparse()));
        }
        cbor.leave();
        return map;
    }

    private @Nullable Object element(Member member, boolean sparse) {
        if (!cbor.isNull()) {
            return value(member);
        }
        if (!sparse) {
            throw new MalformedInput("null is not allowed here");
        }
        return null;
    }
}
