package dev.entrepot.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
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

    /** The contract's own keys among the pieces, or else the readers would see little but unknown members. */
    private static byte[] shuffled(Random random, String first, List<String> pieces) {
        var body = new StringBuilder(first);
        for (int length = random.nextInt(40); length > 0; length--) {
            body.append(
                    random.nextInt(10) == 0 ? (char) random.nextInt(256) : pieces.get(random.nextInt(pieces.size())));
        }
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void cborReader() {
        var pieces = List.of(
                "aa", "ab", "ac", "ad", "ae", "af", "\u00a1", "\u00a2", "\u00bf", "\u0081", "\u009f", "\u00ff",
                "\u00c1", "\u00c4", "\u0082", "\u00f6", "\u00fb", "\u001b", "\u0041");
        for (int seed = 0; seed < 20_000; seed++) {
            assertHarmless(CborReader::readStruct, shuffled(new Random(seed), "\u00bf", pieces));
        }
    }

    @Test
    void jsonReader() {
        var pieces = List.of(
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
                " ",
                "{\"e\":[{",
                "\"d\":1e",
                "9999999999");
        var reader = new JsonReader(JsonFlavour.REST);
        for (int seed = 0; seed < 20_000; seed++) {
            assertHarmless(reader::readStruct, shuffled(new Random(seed), "{", pieces));
        }
    }

    @Test
    void queryReader() {
        var pieces = List.of(
                "a",
                "b",
                "c",
                "d",
                "e",
                "f",
                ".",
                "1",
                "member",
                "entry",
                "key",
                "value",
                "=",
                "&",
                "%",
                "%41",
                "+",
                "-1",
                "1e5",
                "&e.member.1.a=",
                "&f.entry.1.key=");
        for (int seed = 0; seed < 20_000; seed++) {
            byte[] body = shuffled(new Random(seed), "", pieces);
            for (QueryFlavour flavour : QueryFlavour.values()) {
                assertHarmless(
                        (bytes, into) -> new QueryReader(flavour)
                                .readStruct(FormParameters.parse(new String(bytes, StandardCharsets.ISO_8859_1)), into),
                        body);
            }
        }
    }
}
