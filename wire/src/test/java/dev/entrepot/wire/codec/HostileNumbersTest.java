package dev.entrepot.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Schema;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.TimestampFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A few digits of exponent can cost gigabytes of digits wherever a decimal is scaled, compared or printed. */
class HostileNumbersTest {
    private static StructBuilder struct(Schema type, TimestampFormat format) {
        return DynamicStruct.structure("S", Member.of("n", type).timestampFormat(format))
                .newBuilder();
    }

    private static void json(Schema type, String number) {
        new JsonReader(JsonFlavour.RPC)
                .readStruct(
                        ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8),
                        struct(type, TimestampFormat.UNSPECIFIED));
    }

    private static void form(Schema type, String number) {
        new QueryReader(QueryFlavour.STANDARD)
                .readStruct(FormParameters.parse("n=" + number), struct(type, TimestampFormat.EPOCH_SECONDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e1000000000", "1e-1000000000", "1e2147483647", "1e-2147483647", "1e99999999999", "0e-999999999"
            })
    void exponentsAreBounded(String number) {
        for (Schema type : new Schema[] {SimpleSchema.BIG_DECIMAL, SimpleSchema.TIMESTAMP}) {
            assertThatExceptionOfType(MalformedInput.class).isThrownBy(() -> json(type, number));
            assertThatExceptionOfType(MalformedInput.class).isThrownBy(() -> form(type, number));
        }
    }

    @ParameterizedTest
    @CsvSource({"c4821a7fffffff01", "c4823a7fffffff01", "c4821b7fffffffffffffff01", "c48101", "c4820102ff", "c48201f5"})
    void decimalFractionsAreBounded(String hex) {
        byte[] body = HexFormat.of().parseHex("a1616e" + hex);
        assertThatExceptionOfType(MalformedInput.class)
                .isThrownBy(() ->
                        CborReader.readStruct(body, struct(SimpleSchema.BIG_DECIMAL, TimestampFormat.UNSPECIFIED)));
    }

    /** Reading or printing digits takes time that grows faster than their number. */
    @Test
    void digitsAreBounded() {
        String most = "9".repeat(1_000);
        byte[] mostBytes = bignum(512);
        for (Schema type : new Schema[] {SimpleSchema.BIG_INTEGER, SimpleSchema.BIG_DECIMAL}) {
            json(type, most);
            form(type, most);
            assertThatExceptionOfType(MalformedInput.class).isThrownBy(() -> json(type, most + "9"));
            assertThatExceptionOfType(MalformedInput.class).isThrownBy(() -> form(type, most + "9"));
        }
        StructBuilder struct = struct(SimpleSchema.BIG_INTEGER, TimestampFormat.UNSPECIFIED);
        CborReader.readStruct(mostBytes, struct);
        assertThatExceptionOfType(MalformedInput.class).isThrownBy(() -> CborReader.readStruct(bignum(513), struct));
        for (Schema type : new Schema[] {SimpleSchema.INTEGER, SimpleSchema.DOUBLE, SimpleSchema.TIMESTAMP}) {
            assertThatExceptionOfType(MalformedInput.class).isThrownBy(() -> json(type, "1".repeat(1_001)));
            assertThatExceptionOfType(MalformedInput.class).isThrownBy(() -> form(type, "1".repeat(1_001)));
        }
    }

    /** {@code {n: 0xffff...}} of so many bytes. */
    private static byte[] bignum(int bytes) {
        return HexFormat.of().parseHex("a1616ec259%04x".formatted(bytes) + "ff".repeat(bytes));
    }

    @ParameterizedTest
    @CsvSource({"1e400, 1E+400", "123.4500, 123.4500"})
    void honestDecimalsKeepTheirDigits(String number, BigDecimal value) {
        StructBuilder struct = struct(SimpleSchema.BIG_DECIMAL, TimestampFormat.UNSPECIFIED);
        new JsonReader(JsonFlavour.RPC).readStruct(("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8), struct);
        assertThat(struct.get(0)).isEqualTo(value);
    }
}
