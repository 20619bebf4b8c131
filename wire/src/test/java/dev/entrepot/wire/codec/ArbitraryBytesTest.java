package dev.entrepot.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a stranger sends is either input or {@link MalformedInput}; any other exception would be answered as our fault. */
class ArbitraryBytesTest {
    private static final StructSchema SCHEMA = DynamicStruct.structure(
            "S",
            Member.of("a", SimpleSchema.STRING),
            Member.of("b", SimpleSchema.BLOB),
            Member.of("c", SimpleSchema.TIMESTAMP),
            Member.of("d", SimpleSchema.BIG_DECIMAL),
            Member.of("e", ListSchema.of("s#L", Member.of("member", () -> ArbitraryBytesTest.SCHEMA))),
            Member.of(
                    "f",
                    MapSchema.of(
                            "s#M", Member.of("key", SimpleSchema.STRING), Member.of("value", SimpleSchema.DOUBLE))));

    private static void assertHarmless(BiConsumer<byte[], StructBuilder> reader, byte[] body) {
        try {
            reader.accept(body, SCHEMA.newBuilder());
        } catch (MalformedInput refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static final int[] CBOR_HEADS = {0xA1, 0xA2, 0xBF, 0x81, 0x9F, 0xFF, 0xC1, 0xC4, 0x82, 0xF6, 0xFB, 0x1B};
    private static final List<String> JSON = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"a\"",
            "\"b\"",
            "\"c\"",
            "\"d\"",
            "\"e\"",
            "\"f\"",
            "null",
            "1e9",
            "-1",
            "0.5",
            "true",
            "\"\\ud800\"",
            "\"YQ==\"",
            "\u0000",
            " ");
    private static final List<String> FORM = List.of(
            "a", "b", "c", "d", "e", "f", ".", "1", "member", "entry", "key", "value", "=", "&", "%", "%41", "+",
            "\u00ff", "-1", "1e5");

    /** CBOR with the contract's own keys in it, or else the reader would see little but unknown members. */
    @Test
    void cborReader() {
        for (int seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var body = new ByteArrayOutputStream();
            body.write(0xBF);
            for (int pieces = random.nextInt(41); pieces > 0; pieces--) {
                switch (random.nextInt(3)) {
                    case 0 -> body.writeBytes(new byte[] {0x61, (byte) ('a' + random.nextInt(6))});
                    case 1 -> body.write(CBOR_HEADS[random.nextInt(CBOR_HEADS.length)]);
                    default -> body.write(random.nextInt(256));
                }
            }
            assertHarmless(CborReader::readStruct, body.toByteArray());
        }
    }

    @Test
    void jsonReader() {
        for (int seed = 0; seed < 3_000; seed++) {
            String body = "{" + joined(JSON, new Random(seed));
            assertHarmless(new JsonReader(JsonFlavour.REST)::readStruct, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void jsonReaderWithAnyBytes() {
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            byte[] body = new byte[random.nextInt(100)];
            random.nextBytes(body);
            assertHarmless(new JsonReader(JsonFlavour.RPC)::readStruct, body);
        }
    }

    @Test
    void queryReader() {
        for (int seed = 0; seed < 3_000; seed++) {
            byte[] body = joined(FORM, new Random(seed)).getBytes(StandardCharsets.ISO_8859_1);
            for (QueryFlavour flavour : QueryFlavour.values()) {
                assertHarmless(
                        (bytes, into) -> new QueryReader(flavour)
                                .readStruct(FormParameters.parse(new String(bytes, StandardCharsets.ISO_8859_1)), into),
                        body);
            }
        }
    }

    private static String joined(List<String> pieces, Random random) {
        return Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                .limit(random.nextInt(41))
                .collect(Collectors.joining());
    }
}
