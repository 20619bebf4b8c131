package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.EnumValue;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Struct;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON; absent members are left out, timestamps default to epoch seconds. */
public final class JsonWriter {
    private final JsonFlavour flavour;

    public JsonWriter(JsonFlavour flavour) {
        this.flavour = flavour;
    }

    /** One object with those members of {@code value} that {@code chosen} accepts, after the {@code __type} given, if any. */
    public byte[] writeStruct(Struct value, Predicate<Member> chosen, String type) {
        var json = new JsonOutput();
        start(json, type);
        for (Member member : value.schema().members()) {
            if (chosen.test(member)) {
                member(json, member, value.get(member.index()));
            }
        }
        json.end('}');
        return json.toByteArray();
    }

    /** An error that comes without its shape: its text under the name given, after the {@code __type}, if any. */
    public byte[] writeMessage(String type, String name, String message) {
        var json = new JsonOutput();
        start(json, type);
        json.name(name);
        json.text(message);
        json.end('}');
        return json.toByteArray();
    }

    private static void start(JsonOutput json, String type) {
        json.start('{');
        if (!type.isEmpty()) {
            json.name("__type");
            json.text(type);
        }
    }

    /** One member's value as the whole document. */
    public byte[] writeValue(Member member, Object value) {
        var json = new JsonOutput();
        value(json, member, value);
        return json.toByteArray();
    }

    private void struct(JsonOutput json, Struct value) {
        json.start('{');
        List<Member> members = value.schema().members();
        for (int i = 0; i < members.size(); i++) {
            member(json, members.get(i), value.get(i));
        }
        json.end('}');
    }

    private void member(JsonOutput json, Member member, @Nullable Object value) {
        if (value != null) {
            json.name(flavour.name(member));
            value(json, member, value);
        }
    }

    private void value(JsonOutput json, Member member, Object value) {
        switch (member.type()) {
            case BOOLEAN -> json.literal(value.toString());
            case BYTE, SHORT, INTEGER, INT_ENUM, LONG, FLOAT, DOUBLE, BIG_INTEGER, BIG_DECIMAL ->
                json.number((Number) value);
            case STRING, ENUM -> json.text(text(value));
            case BLOB -> json.text(Blobs.base64((ByteBuffer) value));
            case TIMESTAMP -> timestamp(json, member, (Instant) value);
            case DOCUMENT -> JsonDocuments.write(json, value);
            case LIST -> list(json, (ListSchema) member.target(), (List<?>) value);
            case MAP -> map(json, (MapSchema) member.target(), (Map<?, ?>) value);
            case STRUCTURE, UNION -> struct(json, (Struct) value);
        }
    }

    static String text(Object enumValue) {
        return enumValue instanceof EnumValue constant ? constant.value() : (String) enumValue;
    }

    private static void timestamp(JsonOutput json, Member member, Instant time) {
        switch (member.timestampFormat()) {
            case DATE_TIME -> json.text(Timestamps.writeDateTime(time));
            case HTTP_DATE -> json.text(Timestamps.writeHttpDate(time));
            case EPOCH_SECONDS, UNSPECIFIED -> json.literal(Timestamps.writeEpochSeconds(time));
        }
    }

    private void list(JsonOutput json, ListSchema schema, List<?> list) {
        json.start('[');
        for (Object element : list) {
            element(json, schema.member(), element);
        }
        json.end(']');
    }

    private void map(JsonOutput json, MapSchema schema, Map<?, ?> map) {
        json.start('{');
        map.forEach((key, value) -> {
            json.name(text(key));
            element(json, schema.value(), value);
        });
        json.end('}');
    }

    private void element(JsonOutput json, Member member, @Nullable Object element) {
        if (element == null) {
            json.literal("null");
        } else {
            value(json, member, element);
        }
    }
}
