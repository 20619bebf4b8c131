package dev.entrepot.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts are looked through eight bytes at a time; another library says what must come out, wherever an escape stands. */
class JsonTextsTest {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final String PIECES = "aZ9 ~\u007F\"\\\b\t\n\f\r\u0000\u001F!#[]ß€\u2028";

    private static String text(Random random) {
        var text = new StringBuilder();
        boolean plain = random.nextBoolean();
        for (int left = random.nextInt(40); left > 0; left--) {
            if (random.nextInt(plain ? 20 : 2) > 0) {
                text.append((char) ('a' + random.nextInt(26)));
            } else {
                text.append(PIECES.charAt(random.nextInt(PIECES.length())));
            }
        }
        return text.append(random.nextInt(10) == 0 ? "😀" : "").toString();
    }

    private static byte[] byJackson(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField(name, text);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    @Test
    void escapesAreTheSameAtEveryPlace() throws IOException {
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            String text = text(random);
            assertThat(written("n", text)).as("seed %d", seed).isEqualTo(byJackson("n", text));
        }
    }

    /** A contract's names are written from bytes made beforehand, with no other escapes than must be. */
    @Test
    void namesAreReadAsTheyAreWritten() throws IOException {
        for (int seed = 0; seed < 5_000; seed++) {
            String name = text(new Random(seed));
            try (JsonParser json = FACTORY.createParser(written(name, ""))) {
                json.nextToken();
                assertThat(json.nextFieldName()).as("seed %d", seed).isEqualTo(name);
            }
        }
    }

    private static byte[] written(String name, String text) {
        StructSchema schema = DynamicStruct.structure("Text", Member.of(name, SimpleSchema.STRING));
        StructBuilder struct = schema.newBuilder();
        struct.set(0, text);
        byte[] json = new JsonWriter(JsonFlavour.RPC).writeStruct(struct, every -> true, "");
        StructBuilder read = schema.newBuilder();
        new JsonReader(JsonFlavour.RPC).readStruct(json, read);
        assertThat(read.get(0)).isEqualTo(text);
        return json;
    }
}
