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
import java.util.Random;
import org.junit.jupiter.api.Test;

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

    /** Numbers of every width, the smallest and the largest of each among them. */
    private static long wide(Random random) {
        long edge = 1L << random.nextInt(64);
        return switch (random.nextInt(4)) {
            case 0 -> edge;
            case 1 -> edge - 1;
            case 2 -> -edge;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    @Test
    void longs() throws IOException {
        for (int seed = 0; seed < 1_000; seed++) {
            long value = wide(new Random(seed));
            byte[] cbor = write(0, value);
            assertThat(read(0, cbor)).isEqualTo(value);
            assertThat(atValue(cbor).getLongValue()).isEqualTo(value);
        }
    }

    @Test
    void doublesAndFloats() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            double value = Double.longBitsToDouble(random.nextLong());
            float narrow = Float.intBitsToFloat(random.nextInt());
            if (Double.isNaN(value) || Float.isNaN(narrow)) {
                continue; // equal to nothing; the official suite has it
            }
            assertThat(read(1, write(1, value))).isEqualTo(value);
            assertThat(atValue(write(1, value)).getDoubleValue()).isEqualTo(value);
            assertThat(read(2, write(2, narrow))).isEqualTo(narrow);
            assertThat(atValue(write(2, narrow)).getFloatValue()).isEqualTo(narrow);
        }
    }

    @Test
    void bigNumbers() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            BigInteger value = new BigInteger(1 + random.nextInt(90), random);
            value = random.nextBoolean() ? value : value.negate();
            byte[] cbor = write(3, value);
            assertThat(read(3, cbor)).isEqualTo(value);
            if (value.bitLength() % Byte.SIZE != 0) { // the other library takes the first bit for a sign
                assertThat(atValue(cbor).getBigIntegerValue()).isEqualTo(value);
            }
            BigDecimal decimal = new BigDecimal(value, random.nextInt(15) - 7);
            assertThat(read(4, write(4, decimal))).isEqualTo(decimal);
        }
    }

    @Test
    void timesToTheMillisecond() {
        for (int seed = 0; seed < 500; seed++) {
            long millis = new Random(seed).nextLong(-62_167_219_200_000L, 253_402_300_800_000L);
            Instant time = Instant.ofEpochMilli(millis);
            assertThat(read(5, write(5, time))).isEqualTo(time);
        }
    }

    @Test
    void text() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            // What is no Unicode text cannot be stored, so it cannot come out of us either.
            String unicode = new Random(seed)
                    .ints(seed % 70, 0, Character.MAX_CODE_POINT + 1)
                    .map(point -> point % 3 == 0 ? point % 0x80 : point)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            byte[] cbor = write(6, unicode);
            assertThat(read(6, cbor)).isEqualTo(unicode);
            assertThat(atValue(cbor).getText()).isEqualTo(unicode);
        }
    }
}
