package dev.entrepot.sesv2.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files of events come in many layouts; a record that is missed or torn apart falsifies all that is counted. */
class JsonObjectsTest {
    private static final List<String> OBJECTS = List.of(
            "{}",
            "{\"a\":[1,{\"b\":\"}\"}]}",
            "{\"a\":\"\\\"{[\\\\\"}",
            "{\n  \"a\": {\n    \"b\": 1\n  }\n}",
            "{\"z\":\"é\"}");

    /** Line and text of each piece, or its defect. */
    private static List<String> pieces(String text) throws IOException {
        var found = new ArrayList<String>();
        var objects = new JsonObjects(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        for (Optional<JsonObjects.Piece> piece = objects.next(); piece.isPresent(); piece = objects.next()) {
            String bytes = new String(piece.get().bytes(), StandardCharsets.UTF_8);
            found.add(piece.get().line() + " " + piece.get().defect().orElse(bytes));
        }
        return found;
    }

    @Test
    void objectsAreFoundInEveryLayout() throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
            var expected = new ArrayList<String>();
            boolean array = random.nextBoolean();
            text.append(array ? "[" : "");
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append(List.of("", "\n", " ", "\r\n\n", "\t").get(random.nextInt(5)));
                String object = OBJECTS.get(random.nextInt(OBJECTS.size()));
                expected.add((1 + text.chars().filter(c -> c == '\n').count()) + " " + object);
                text.append(object).append(array && i > 1 ? "," : "");
            }
            text.append(array ? "]" : "");
            assertThat(pieces(text.toString())).as(text.toString()).isEqualTo(expected);
        }
    }

    @Test
    void whatIsBrokenSpoilsNothingBehindIt() throws IOException {
        assertThat(pieces("{\"a\":1}\nnonsense {}\n{\"b\":{\n{\"c\":\"open\n{\"d\":4}\n{\"e\""))
                .containsExactly(
                        "1 {\"a\":1}",
                        "2 The line does not begin a JSON object.",
                        "3 The JSON object does not end.",
                        "4 The JSON object does not end.",
                        "5 {\"d\":4}",
                        "6 The JSON object does not end.");
    }

    @Test
    void anEndlessObjectIsGivenUpAtTheLimitAndTheNextIsFound() throws IOException {
        String endless = "{\"a\":\"" + "x".repeat(JsonObjects.MAX_BYTES) + "\n more\n";
        assertThat(pieces(endless + "{\"b\":1}"))
                .containsExactly("1 The JSON object is longer than 1048576 bytes.", "3 {\"b\":1}");
    }
}
