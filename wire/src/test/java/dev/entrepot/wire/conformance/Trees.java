package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.EnumValue;
import dev.entrepot.wire.schema.Struct;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as trees that compare: numbers by value, NaN equal to itself, members by name, times to the millisecond that is written. */
public final class Trees {
    private Trees() {}

    public static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Struct struct -> {
                var members = new LinkedHashMap<String, @Nullable Object>();
                struct.schema().members().forEach(member -> {
                    if (struct.get(member.index()) != null) {
                        members.put(member.name(), of(struct.get(member.index())));
                    }
                });
                yield members;
            }
            case List<?> list -> {
                List<@Nullable Object> elements = new ArrayList<>();
                list.forEach(each -> elements.add(of(each)));
                yield elements;
            }
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                map.forEach((key, each) -> entries.put(key, of(each)));
                yield entries;
            }
            case ByteBuffer blob -> {
                byte[] bytes = new byte[blob.remaining()];
                blob.duplicate().get(bytes);
                yield "blob " + HexFormat.of().formatHex(bytes);
            }
            case Float narrow -> number(narrow, narrow.isNaN() || narrow.isInfinite());
            case Double number -> number(number, number.isNaN() || number.isInfinite());
            case Number number -> number(number, false);
            case Instant time -> time.truncatedTo(ChronoUnit.MILLIS);
            case EnumValue constant -> constant.value();
            default -> value;
        };
    }

    private static Object number(Number number, boolean special) {
        return special ? number.toString() : new BigDecimal(number.toString()).stripTrailingZeros();
    }
}
