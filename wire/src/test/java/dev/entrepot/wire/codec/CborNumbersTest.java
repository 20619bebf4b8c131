package dev.entrepot.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** The suite has a handful of numbers; each width and sign of CBOR is another way to be wrong. */
class CborNumbersTest {
    private static final StructSchema SCHEMA = DynamicStruct.structure(
            "S",
            Member.of("l", SimpleSchema.LONG),
            Member.of("d", SimpleSchema.DOUBLE),
            Member.of("f", SimpleSchema.FLOAT),
            Member.of("i", SimpleSchema.BIG_INTEGER),
            Member.of("b", SimpleSchema.BIG_DECIMAL),
            Member.of("t", SimpleSchema.TIMESTAMP),
            Member.of("s", SimpleSchema.STRING));

    private static byte[] write(int member, Object value) {
        StructBuilder struct = SCHEMA.newBuilder();
        struct.set(member, value);
        return CborWriter.writeStruct(struct, "");
    }

    private static Object read(int member, byte[] cbor) {
        StructBuilder struct = SCHEMA.newBuilder();
        CborReader.readStruct(cbor, struct);
        return struct.get(member);
    }

    /** The value as another library reads it. */
    private static CBORParser atValue(byte[] cbor) throws IOException {
        CBORParser parser = CBORFactory.builder()
                .enable(CBORParser.Feature.DECODE_USING_STANDARD_NEGATIVE_BIGINT_ENCODING)
                .build()
                .createParser(cbor);
        parser.nextToken();
        parser.nextToken();
        parser.nextToken();
        return parser;
    }

    @Property(tries = 300)
    void longs(@ForAll long value) throws IOException {
        byte[] cbor = write(0, value);
        assertThat(read(0, cbor)).isEqualTo(value);
        assertThat(atValue(cbor).getLongValue()).isEqualTo(value);
    }

    @Property(tries = 300)
    void doublesAndFloats(@ForAll double value, @ForAll float narrow) throws IOException {
        assertThat(read(1, write(1, value))).isEqualTo(value);
        assertThat(atValue(write(1, value)).getDoubleValue()).isEqualTo(value);
        assertThat(read(2, write(2, narrow))).isEqualTo(narrow);
        assertThat(atValue(write(2, narrow)).getFloatValue()).isEqualTo(narrow);
    }

    @Property(tries = 300)
    void bigIntegers(
            @ForAll @BigRange(min = "-99999999999999999999999999", max = "99999999999999999999999999") BigInteger value)
            throws IOException {
        byte[] cbor = write(3, value);
        assertThat(read(3, cbor)).isEqualTo(value);
        assertThat(atValue(cbor).getBigIntegerValue()).isEqualTo(value);
    }

    @Property(tries = 300)
    void bigDecimals(@ForAll @Scale(7) BigDecimal value) throws IOException {
        byte[] cbor = write(4, value);
        assertThat(read(4, cbor)).isEqualTo(value);
    }

    @Property(tries = 300)
    void timesToTheMillisecond(@ForAll @LongRange(min = -62_167_219_200_000L, max = 253_402_300_799_999L) long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        assertThat(read(5, write(5, time))).isEqualTo(time);
    }

    @Property(tries = 300)
    void text(@ForAll String text) throws IOException {
        // What is no Unicode text cannot be stored, so it cannot come out of us either.
        String unicode = text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        byte[] cbor = write(6, unicode);
        assertThat(read(6, cbor)).isEqualTo(unicode);
        assertThat(atValue(cbor).getText()).isEqualTo(unicode);
    }
}
