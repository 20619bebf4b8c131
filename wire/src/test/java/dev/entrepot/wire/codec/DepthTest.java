package dev.entrepot.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each level of a nested value is a level of our own stack; a message may have 64, known members or not. */
class DepthTest {
    private static final int MOST = 64;
    private static final StructSchema SCHEMA = DynamicStruct.structure(
            "S",
            Member.of("n", () -> DepthTest.SCHEMA),
            Member.of("l", ListSchema.of("s#L", Member.of("member", SimpleSchema.STRING))));

    private static void json(String body) {
        new JsonReader(JsonFlavour.RPC).readStruct(body.getBytes(StandardCharsets.UTF_8), SCHEMA.newBuilder());
    }

    private static void cbor(String hex) {
        CborReader.readStruct(HexFormat.of().parseHex(hex), SCHEMA.newBuilder());
    }

    private static StructBuilder form(String form) {
        StructBuilder input = SCHEMA.newBuilder();
        new QueryReader(QueryFlavour.STANDARD).readStruct(FormParameters.parse(form), input);
        return input;
    }

    private static void assertRefused(Runnable reading) {
        assertThatExceptionOfType(MalformedInput.class).isThrownBy(reading::run);
    }

    @Test
    void json() {
        json("{\"n\":".repeat(MOST - 1) + "{}" + "}".repeat(MOST - 1));
        json("{\"x\":" + "[".repeat(MOST - 1) + "]".repeat(MOST - 1) + "}");
        assertRefused(() -> json("{\"n\":".repeat(MOST) + "{}" + "}".repeat(MOST)));
        assertRefused(() -> json("{\"x\":" + "[".repeat(MOST) + "]".repeat(MOST) + "}"));
    }

    @Test
    void cbor() {
        cbor("a1616e".repeat(MOST - 1) + "a0");
        cbor("bf616e".repeat(MOST - 1) + "a0" + "ff".repeat(MOST - 1));
        cbor("a16178" + "81".repeat(MOST - 1) + "01");
        assertRefused(() -> cbor("a1616e".repeat(MOST) + "a0"));
        assertRefused(() -> cbor("bf616e".repeat(MOST) + "a0" + "ff".repeat(MOST)));
        assertRefused(() -> cbor("a16178" + "81".repeat(MOST) + "01"));
    }

    @Test
    void form() {
        form("n.".repeat(MOST - 1) + "x=1");
        assertRefused(() -> form("n.".repeat(MOST) + "x=1"));
    }

    /** An index is a place in an order, not a size. */
    @Test
    void aHighIndexTakesNoMemory() {
        assertThat(form("l.member.999999999=b&l.member.1=a").get(1)).isEqualTo(List.of("a", "b"));
    }
}
