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
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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

    /** CBOR with the contract's own keys in it, or else the readers would see little but unknown members. */
    @Provide
    static Arbitrary<byte[]> cbor() {
        Arbitrary<byte[]> piece = Arbitraries.oneOf(
                Arbitraries.of("a", "b", "c", "d", "e", "f").map(key -> new byte[] {0x61, (byte) key.charAt(0)}),
                Arbitraries.of(0xA1, 0xA2, 0xBF, 0x81, 0x9F, 0xFF, 0xC1, 0xC4, 0x82, 0xF6, 0xFB, 0x1B)
                        .map(head -> new byte[] {head.byteValue()}),
                Arbitraries.bytes().map(each -> new byte[] {each}));
        return piece.list().ofMaxSize(40).map(pieces -> {
            var joined = new java.io.ByteArrayOutputStream();
            joined.write(0xBF);
            pieces.forEach(joined::writeBytes);
            return joined.toByteArray();
        });
    }

    @Property(tries = 3_000)
    void cborReader(@ForAll("cbor") byte[] body) {
        assertHarmless(CborReader::readStruct, body);
    }

    @Provide
    static Arbitrary<String> json() {
        return Arbitraries.of(
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
                        " ")
                .list()
                .ofMaxSize(40)
                .map(pieces -> "{" + String.join("", pieces));
    }

    @Property(tries = 3_000)
    void jsonReader(@ForAll("json") String body) {
        assertHarmless(new JsonReader(JsonFlavour.REST)::readStruct, body.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1_000)
    void jsonReaderWithAnyBytes(@ForAll byte[] body) {
        assertHarmless(new JsonReader(JsonFlavour.RPC)::readStruct, body);
    }

    @Provide
    static Arbitrary<String> form() {
        return Arbitraries.of(
                        "a", "b", "c", "d", "e", "f", ".", "1", "member", "entry", "key", "value", "=", "&", "%", "%41",
                        "+", "\u00ff", "-1", "1e5")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 3_000)
    void queryReader(@ForAll("form") String body) {
        for (QueryFlavour flavour : QueryFlavour.values()) {
            assertHarmless(
                    (bytes, into) -> new QueryReader(flavour)
                            .readStruct(FormParameters.parse(new String(bytes, StandardCharsets.ISO_8859_1)), into),
                    body.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
