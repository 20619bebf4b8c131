package dev.entrepot.wire.conformance;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.codec.Timestamps;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.StructSchema;
import dev.entrepot.wire.schema.TimestampFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON body as CBOR: the same values, right or wrong, with blobs as bytes and times tagged where they are right. */
final class CborBody {
    private static final CBORFactory FACTORY = new CBORFactory();

    private CborBody() {}

    static byte[] of(@Nullable Object json, StructSchema schema) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (CBORGenerator cbor = FACTORY.createGenerator(bytes)) {
            write(
                    cbor,
                    json,
                    ListSchema.of("whole#Input", Member.of("member", schema)).member());
        }
        return bytes.toByteArray();
    }

    private static void write(CBORGenerator cbor, @Nullable Object json, @Nullable Member member) throws IOException {
        switch (json) {
            case null -> cbor.writeNull();
            case Map<?, ?> map -> {
                cbor.writeStartObject();
                for (var entry : map.entrySet()) {
                    cbor.writeFieldName((String) entry.getKey());
                    write(cbor, entry.getValue(), part(member, (String) entry.getKey()));
                }
                cbor.writeEndObject();
            }
            case List<?> list -> {
                cbor.writeStartArray();
                for (Object each : list) {
                    write(cbor, each, part(member, ""));
                }
                cbor.writeEndArray();
            }
            case String text when isA(member, ShapeType.BLOB) && text.length() % 4 == 0 -> blob(cbor, text);
            case Object time when isA(member, ShapeType.TIMESTAMP) -> time(cbor, time, member.timestampFormat());
            case String text -> cbor.writeString(text);
            case Boolean bool -> cbor.writeBoolean(bool);
            default -> number(cbor, new BigDecimal(json.toString()));
        }
    }

    private static boolean isA(@Nullable Member member, ShapeType type) {
        return member != null && member.type() == type;
    }

    private static @Nullable Member part(@Nullable Member member, String name) {
        return switch (member == null ? null : member.target()) {
            case StructSchema struct -> struct.member(name).orElse(null);
            case MapSchema map -> map.value();
            case ListSchema list -> list.member();
            case null, default -> null;
        };
    }

    private static void blob(CBORGenerator cbor, String text) throws IOException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            cbor.writeString(text);
            return;
        }
        cbor.writeBinary(bytes);
    }

    private static void time(CBORGenerator cbor, Object time, TimestampFormat format) throws IOException {
        try {
            Instant instant = switch (format) {
                case DATE_TIME -> Timestamps.readDateTime((String) time);
                case HTTP_DATE -> Timestamps.readHttpDate((String) time);
                default -> Timestamps.readEpochSeconds(new BigDecimal(((Number) time).toString()));
            };
            cbor.writeTag(1);
            cbor.writeNumber(instant.getEpochSecond());
        } catch (MalformedInput | ClassCastException notATime) {
            write(cbor, time, null);
        }
    }

    private static void number(CBORGenerator cbor, BigDecimal number) throws IOException {
        if (number.stripTrailingZeros().scale() > 0) {
            cbor.writeNumber(number.doubleValue());
        } else if (number.toBigInteger().bitLength() < Long.SIZE) {
            cbor.writeNumber(number.longValueExact());
        } else {
            cbor.writeNumber(number.toBigInteger());
        }
    }
}
