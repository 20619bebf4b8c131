package dev.entrepot.wire.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.entrepot.wire.schema.EnumValue;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Struct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON; absent members are left out, timestamps default to epoch seconds. */
public final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonFlavour flavour;

    public JsonWriter(JsonFlavour flavour) {
        this.flavour = flavour;
    }

    /** One object with those members of {@code value} that {@code chosen} accepts, after the {@code __type} given, if any. */
    public byte[] writeStruct(Struct value, Predicate<Member> chosen, String type) {
        return write(json -> {
            json.writeStartObject();
            if (!type.isEmpty()) {
                json.writeStringField("__type", type);
            }
            members(json, value, chosen);
            json.writeEndObject();
        });
    }

    /** An error that comes without its shape: its text under the name given, after the {@code __type}, if any. */
    public byte[] writeMessage(String type, String name, String message) {
        return write(json -> {
            json.writeStartObject();
            if (!type.isEmpty()) {
                json.writeStringField("__type", type);
            }
            json.writeStringField(name, message);
            json.writeEndObject();
        });
    }

    /** One member's value as the whole document. */
    public byte[] writeValue(Member member, Object value) {
        return write(json -> value(json, member, value));
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static byte[] write(Writing writing) {
        try (var bytes = new ByteArrayBuilder(512);
                JsonGenerator json = FACTORY.createGenerator(bytes)) {
            writing.to(json);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail to be written
        }
    }

    private void members(JsonGenerator json, Struct value, Predicate<Member> chosen) throws IOException {
        for (Member member : value.schema().members()) {
            Object memberValue = value.get(member.index());
            if (memberValue != null && chosen.test(member)) {
                json.writeFieldName(flavour.name(member));
                value(json, member, memberValue);
            }
        }
    }

    private void value(JsonGenerator json, Member member, Object value) throws IOException {
        switch (member.type()) {
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case BYTE, SHORT, INTEGER, INT_ENUM -> json.writeNumber(((Number) value).intValue());
            case LONG -> json.writeNumber((Long) value);
            case FLOAT -> json.writeNumber((Float) value); // NaN and the infinities come out quoted
            case DOUBLE -> json.writeNumber((Double) value);
            case BIG_INTEGER -> json.writeNumber((BigInteger) value);
            case BIG_DECIMAL -> json.writeNumber((BigDecimal) value);
            case STRING -> json.writeString((String) value);
            case ENUM -> json.writeString(text(value));
            case BLOB -> json.writeString(Blobs.writeBase64((ByteBuffer) value));
            case TIMESTAMP -> timestamp(json, member, (Instant) value);
            case DOCUMENT -> JsonDocuments.write(json, value);
            case LIST -> list(json, (ListSchema) member.target(), (List<?>) value);
            case MAP -> map(json, (MapSchema) member.target(), (Map<?, ?>) value);
            case STRUCTURE, UNION -> {
                json.writeStartObject();
                members(json, (Struct) value, every -> true);
                json.writeEndObject();
            }
        }
    }

    static String text(Object enumValue) {
        return enumValue instanceof EnumValue constant ? constant.value() : (String) enumValue;
    }

    private static void timestamp(JsonGenerator json, Member member, Instant time) throws IOException {
        switch (member.timestampFormat()) {
            case DATE_TIME -> json.writeString(Timestamps.writeDateTime(time));
            case HTTP_DATE -> json.writeString(Timestamps.writeHttpDate(time));
            case EPOCH_SECONDS, UNSPECIFIED ->
                json.writeNumber(Timestamps.writeEpochSeconds(time).toPlainString());
        }
    }

    private void list(JsonGenerator json, ListSchema schema, List<?> list) throws IOException {
        json.writeStartArray();
        for (Object element : list) {
            element(json, schema.member(), element);
        }
        json.writeEndArray();
    }

    private void map(JsonGenerator json, MapSchema schema, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (var entry : map.entrySet()) {
            json.writeFieldName(text(entry.getKey()));
            element(json, schema.value(), entry.getValue());
        }
        json.writeEndObject();
    }

    private void element(JsonGenerator json, Member member, @Nullable Object element) throws IOException {
        if (element == null) {
            json.writeNull();
        } else {
            value(json, member, element);
        }
    }
}
