package dev.entrepot.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.SimpleSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What reads requests takes and refuses the same JSON as Jackson, and reads the same from it. It is stricter on purpose in what
 * {@link #byJackson} and {@link #tree} check besides.
 */
class JsonBesideJacksonTest {
    private static final JsonReader READER = new JsonReader(JsonFlavour.REST);
    private static final Member DOCUMENT = DynamicStruct.structure("S", Member.of("d", SimpleSchema.DOCUMENT))
            .members()
            .getFirst();
    private static final JsonFactory JACKSON = new JsonFactory();

    /** A list of the value, which may be null; empty when it is refused. */
    private static Optional<List<@Nullable Object>> byUs(byte[] json) {
        try {
            return Optional.of(Collections.singletonList(READER.readValue(json, DOCUMENT)));
        } catch (MalformedInput refused) {
            return Optional.empty();
        }
    }

    private static Optional<List<@Nullable Object>> byJackson(byte[] json) {
        try (JsonParser parser = JACKSON.createParser(json)) {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            if (text.startsWith("\ufeff") || text.indexOf('\0') >= 0) {
                return Optional.empty(); // it would take byte-order marks, and zeros for a sign of UTF-16
            }
            parser.nextToken();
            List<@Nullable Object> value = Collections.singletonList(tree(parser));
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    private static @Nullable Object tree(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    map.put(paired(name), tree(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(tree(parser));
                }
                yield list;
            }
            case VALUE_STRING -> paired(parser.getText());
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw new IOException("There is no value");
        };
    }

    private static String paired(String text) throws IOException {
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)); // refuses an unpaired surrogate
        return text;
    }

    private static double finite(double number) throws IOException {
        if (Double.isInfinite(number)) {
            throw new IOException("The number is beyond the largest");
        }
        return number;
    }

    private static void compare(int from, int to) {
        int taken = 0;
        for (int seed = from; seed < to; seed++) {
            byte[] json = AnyJson.of(seed);
            Optional<List<@Nullable Object>> expected = byJackson(json);
            assertThat(byUs(json))
                    .as("seed %d: %s", seed, new String(json, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            taken += expected.isPresent() ? 1 : 0;
        }
        assertThat(taken).isBetween((to - from) / 4, (to - from) * 3 / 4); // neither side is tried alone
    }

    @Test
    void wholeAndBrokenJsonIsReadTheSame() {
        compare(0, 20_000);
    }

    @Tag("long")
    @Test
    void muchMoreOfIt() {
        compare(20_000, 10_000_000);
    }
}
