package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Struct;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as CBOR; absent members are left out, times are tagged epoch seconds. */
public final class CborWriter {
    private final CborOutput cbor = new CborOutput();

    private CborWriter() {}

    /** One map with the members of {@code value}, after the {@code __type} given, if any. */
    public static byte[] writeStruct(Struct value, String type) {
        var writer = new CborWriter();
        writer.struct(value, type);
        return writer.cbor.toByteArray();
    }

    /** An error that comes without its shape: its text under the name given, after the {@code __type}. */
    public static byte[] writeMessage(String type, String name, String message) {
        var cbor = new CborOutput();
        cbor.head(CborInput.MAP, 2);
        cbor.text("__type");
        cbor.text(type);
        cbor.text(name);
        cbor.text(message);
        return cbor.toByteArray();
    }

    private void struct(Struct value, String type) {
        List<Member> members = value.schema().members();
        int set = type.isEmpty() ? 0 : 1;
        for (int i = 0; i < members.size(); i++) {
            set += value.get(i) == null ? 0 : 1;
        }
        cbor.head(CborInput.MAP, set);
        if (!type.isEmpty()) {
            cbor.text("__type");
            cbor.text(type);
        }
        for (int i = 0; i < members.size(); i++) {
            Object memberValue = value.get(i);
            if (memberValue != null) {
                cbor.text(members.get(i).encodedName().utf8());
                value(members.get(i), memberValue);
            }
        }
    }

    private void value(Member member, Object value) {
        switch (member.type()) {
            case BOOLEAN -> cbor.bool((Boolean) value);
            case BYTE, SHORT, INTEGER, INT_ENUM, LONG -> cbor.integer(((Number) value).longValue());
            case FLOAT -> cbor.float32((Float) value);
            case DOUBLE -> cbor.float64((Double) value);
            case BIG_INTEGER -> bigInteger((BigInteger) value);
            case BIG_DECIMAL -> bigDecimal((BigDecimal) value);
            case STRING -> cbor.text((String) value);
            case ENUM -> cbor.text(JsonWriter.text(value));
            case BLOB -> cbor.byteString(Blobs.bytes((ByteBuffer) value));
            case TIMESTAMP -> timestamp((Instant) value);
            case DOCUMENT -> throw new IllegalStateException("This protocol has no documents: " + member);
            case LIST -> list((ListSchema) member.target(), (List<?>) value);
            case MAP -> map((MapSchema) member.target(), (Map<?, ?>) value);
            case STRUCTURE, UNION -> struct((Struct) value, "");
        }
    }

    private void bigInteger(BigInteger value) {
        boolean negative = value.signum() < 0;
        BigInteger argument = negative ? value.not() : value;
        if (argument.bitLength() <= Long.SIZE) {
            cbor.head(negative ? CborInput.NEGATIVE : CborInput.UNSIGNED, argument.longValue());
            return;
        }
        cbor.head(CborInput.TAG, negative ? CborScalars.TAG_NEGATIVE : CborScalars.TAG_POSITIVE);
        byte[] magnitude = argument.toByteArray();
        cbor.byteString(magnitude[0] == 0 ? Arrays.copyOfRange(magnitude, 1, magnitude.length) : magnitude);
    }

    private void bigDecimal(BigDecimal value) {
        cbor.head(CborInput.TAG, CborScalars.TAG_DECIMAL);
        cbor.head(CborInput.ARRAY, 2);
        cbor.integer(-(long) value.scale());
        bigInteger(value.unscaledValue());
    }

    private void timestamp(Instant time) {
        cbor.head(CborInput.TAG, CborScalars.TAG_EPOCH);
        long millis = time.toEpochMilli();
        if (millis % 1000 == 0) {
            cbor.integer(millis / 1000);
        } else {
            cbor.float64(millis / 1000.0);
        }
    }

    private void list(ListSchema schema, List<?> list) {
        cbor.head(CborInput.ARRAY, list.size());
        for (Object element : list) {
            element(schema.member(), element);
        }
    }

    private void map(MapSchema schema, Map<?, ?> map) {
        cbor.head(CborInput.MAP, map.size());
        map.forEach((key, value) -> {
            cbor.text(JsonWriter.text(key));
            element(schema.value(), value);
        });
    }

    private void element(Member member, @Nullable Object element) {
        if (element == null) {
            cbor.nil();
        } else {
            value(member, element);
        }
    }
}
