package dev.entrepot.simpledb.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.ItemDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** NDJSON is what scripts write, a line at a time, and not every line well. */
class ItemLineReaderTest {
    private static final String ONE =
            "{\"itemName\":\"one\",\"attributes\":[{\"name\":\"a\",\"values\":[\"1\",\"2\"]}]}";

    @Test
    void aLineIsAnItemInWhateverOrderItsMembersAre() throws IOException {
        assertThat(
                        Records.ofLines(
                                "\ufeff" + ONE + "\r\n\n  \n"
                                        + "{\"attributes\": [{\"values\": [\"y\", \"x\", \"y\"], \"name\": \"b\"}], \"itemName\": \"two\"}"))
                .containsExactly("one {a=[1, 2]}", "two {b=[x, y]}");
    }

    @Test
    void anExportsDataFileIsReadAsItIs() throws IOException {
        assertThat(Records.ofLines("[\n" + ONE + ",\n" + ONE + "\n]\n"))
                .containsExactly("one {a=[1, 2]}", "one {a=[1, 2]}");
        assertThat(Records.ofLines("[]\n")).isEmpty();
    }

    @Test
    void aLineThatIsNoItemIsRejectedAlone() throws IOException {
        assertThat(Records.ofLines(String.join(
                        "\n",
                        "{\"itemName\":\"x\"",
                        "\"x\"",
                        "{\"attributes\":[{\"name\":\"a\",\"values\":[\"1\"]}]}",
                        "{\"itemName\":1}",
                        "{\"itemName\":\"x\",\"attributes\":{}}",
                        "{\"itemName\":\"x\",\"attributes\":[1]}",
                        "{\"itemName\":\"x\",\"attributes\":[{\"name\":\"a\",\"values\":\"1\"}]}",
                        "{\"itemName\":\"x\",\"attributes\":[{\"name\":\"a\",\"values\":[1]}]}",
                        "{\"itemName\":\"x\",\"attributes\":[{\"values\":[\"1\"]}]}",
                        "{\"itemName\":\"x\",\"size\":2}",
                        ONE + ONE,
                        "{\"itemName\":\"\\ud800\",\"attributes\":[{\"name\":\"a\",\"values\":[\"1\"]}]}",
                        ONE)))
                .containsExactly(
                        "1: It is not JSON: Unexpected end-of-input: expected close marker for Object",
                        "2: It is not a JSON object.",
                        "3: Value () for parameter ItemName is invalid.The empty string is an illegal item name",
                        "4: ItemName must be a string.",
                        "5: Attributes must be an array.",
                        "6: Each of the attributes must be an object.",
                        "7: Values must be an array.",
                        "8: Each of the values must be a string.",
                        "9: Value () for parameter Name is invalid.The empty string is an illegal attribute name",
                        "10: 'size' is unknown: an item has itemName and attributes.",
                        "11: Something follows the object.",
                        "12: It holds half of a surrogate pair, which is no character.",
                        "one {a=[1, 2]}");
    }

    @Test
    void aLineThatIsNotUtf8IsRejectedAlone() throws IOException {
        byte[] bytes = (ONE + "\n" + ONE).getBytes(StandardCharsets.UTF_8);
        bytes[15] = (byte) 0xE9;
        assertThat(Records.ofLines(bytes)).hasSize(2).first().asString().startsWith("1: It is not JSON: Invalid UTF-8");
        assertThat(Records.ofLines(bytes).getLast()).isEqualTo("one {a=[1, 2]}");
    }

    @Test
    void aLineWithoutEndIsRejectedWithoutBeingHeld() throws IOException {
        byte[] endless = new byte[Lines.LIMIT + 100];
        java.util.Arrays.fill(endless, (byte) '[');
        byte[] all = java.util.Arrays.copyOf(endless, endless.length + 1 + ONE.length());
        all[endless.length] = '\n';
        System.arraycopy(ONE.getBytes(StandardCharsets.UTF_8), 0, all, endless.length + 1, ONE.length());
        assertThat(Records.ofLines(all)).containsExactly("1: It is longer than 8388608 bytes.", "one {a=[1, 2]}");
    }

    /** Every naughty string as a value and, where one can be, as a name. */
    @Test
    void naughtyStringsComeBackAsTheyWere() throws IOException {
        Path list = Path.of(
                System.getProperty("entrepot.shared", "nowhere"), "data/csv-json-hard/naughty-strings/blns.json");
        assumeTrue(Files.exists(list), "NOT CHECKED against naughty strings: there is no " + list);
        for (JsonNode naughty : new ObjectMapper().readTree(list.toFile())) {
            String text = naughty.asText();
            String name = text.isEmpty() ? "empty" : text;
            if (name.getBytes(StandardCharsets.UTF_8).length > 1024) {
                continue;
            }
            var attributes = new Attributes();
            attributes.add(name, text);
            byte[] line = ItemDocument.write(name, attributes);
            assertThat(Records.ofLines(line)).containsExactly(name + " {" + name + "=[" + text + "]}");
            byte[] array = ("[" + new String(line, StandardCharsets.UTF_8) + "]").getBytes(StandardCharsets.UTF_8);
            assertThat(Records.of(new ItemArrayReader(new ByteArrayInputStream(array))))
                    .containsExactly(name + " {" + name + "=[" + text + "]}");
        }
    }
}
