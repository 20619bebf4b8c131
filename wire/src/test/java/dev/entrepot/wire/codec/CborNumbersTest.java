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
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    private static final CBORFactory OTHER_LIBRARY = new CBORFactory();

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

    private static CBORParser readElsewhere(byte[] cbor) throws IOException {
        CBORParser parser = OTHER_LIBRARY.createParser(cbor);
        parser.nextToken();
        parser.nextToken();
        parser.nextToken();
        return parser;
    }

    /** Of every length in bits, as random numbers of one length would hardly be. */
    private static BigInteger integer(Random random, int bits) {
        var value = new BigInteger(random.nextInt(bits + 1), random);
        return random.nextBoolean() ? value : value.not();
    }

    @Test
    void integersOfEveryWidth() throws IOException {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            long value = integer(random, 63).longValueExact();
            byte[] cbor = write(0, value);
            assertThat(read(0, cbor)).isEqualTo(value);
            assertThat(readElsewhere(cbor).getLongValue()).isEqualTo(value);

            BigInteger big = integer(random, 200);
            assertThat(read(3, write(3, big))).isEqualTo(big);
            var decimal = new BigDecimal(big, random.nextInt(-1_000, 1_001));
            assertThat(read(4, write(4, decimal))).isEqualTo(decimal);
        }
    }

    /** From RFC 8949, appendix A. */
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "23, 17",
        "24, 1818",
        "1000000, 1a000f4240",
        "18446744073709551615, 1bffffffffffffffff",
        "18446744073709551616, c249010000000000000000",
        "-1, 20",
        "-18446744073709551616, 3bffffffffffffffff",
        "-18446744073709551617, c349010000000000000000"
    })
    void integersHaveTheirShortestForm(BigInteger value, String hex) {
        assertThat(HexFormat.of().formatHex(write(3, value))).isEqualTo("a16169" + hex);
    }

    @Test
    void doublesAndFloatsBitByBit() throws IOException {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            Double value = Double.longBitsToDouble(random.nextLong());
            Float narrow = Float.intBitsToFloat(random.nextInt());
            assertThat(read(1, write(1, value))).isEqualTo(value);
            assertThat(readElsewhere(write(1, value)).getDoubleValue()).isEqualTo(value);
            assertThat(read(2, write(2, narrow))).isEqualTo(narrow);
            assertThat(readElsewhere(write(2, narrow)).getFloatValue()).isEqualTo(narrow);
        }
    }

    @Test
    void timesToTheMillisecond() {
        for (int seed = 0; seed < 2_000; seed++) {
            long millis = new Random(seed).nextLong(-62_167_219_200_000L, 253_402_300_800_000L);
            Instant time = Instant.ofEpochMilli(seed % 2 == 0 ? millis : millis / 1_000 * 1_000);
            assertThat(read(5, write(5, time))).isEqualTo(time);
        }
    }

    @Test
    void textOfAllPlanes() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            String text = random.ints(random.nextInt(300), 0, Character.MAX_CODE_POINT + 1)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            byte[] cbor = write(6, text);
            assertThat(read(6, cbor)).isEqualTo(text);
            assertThat(readElsewhere(cbor).getText()).isEqualTo(text);
        }
    }
}
