package dev.entrepot.sesv2.source;

import static dev.entrepot.sesv2.source.Files.json;
import static dev.entrepot.sesv2.source.Files.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.entrepot.sesv2.contract.DataFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where JSON records begin and end (SES dossier, section 2.3). */
class JsonReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void objectsStandOneALineOrBehindEachOtherOrOverManyLines() {
        assertThat(told(json("{\"a\":1}\n\n  {\"b\":\"}\"}{\"c\":[{}]} {}\n{\n\"d\": {\r\n\"e\": \"\\\"{\"\n}}\n{}")))
                .containsExactly(
                        "1 ok {\"a\":1}",
                        "3 ok {\"b\":\"}\"}",
                        "3 ok {\"c\":[{}]}",
                        "3 ok {}",
                        "4 ok {\n\"d\": {\r\n\"e\": \"\\\"{\"\n}}",
                        "8 ok {}");
    }

    @Test
    void whatDoesNotBeginAnObjectIsARecordALine() {
        assertThat(told(json("nonsense {}\n[]\n\"a\"\n}\n{}")))
                .containsExactly("1 bad nonsense {}", "2 bad []", "3 bad \"a\"", "4 bad }", "5 ok {}");
    }

    @Test
    void whatStandsBehindAnObjectBreaksIt() {
        assertThat(told(json("{\"a\":1} x\n{\"a\":1},\n{}")))
                .containsExactly("1 bad {\"a\":1} x", "2 bad {\"a\":1},", "3 ok {}");
    }

    @Test
    void anObjectThatDoesNotEndOnItsLineDoesNotTakeTheNextOneAlong() {
        assertThat(told(json("{\"a\":1\n{\"b\":2}\n{\"c\":\"x\n{\"d\":[1\n{\"e\":{\n{}")))
                .containsExactly(
                        "1 bad {\"a\":1",
                        "2 ok {\"b\":2}",
                        "3 bad {\"c\":\"x",
                        "4 bad {\"d\":[1",
                        "5 bad {\"e\":{",
                        "6 ok {}");
    }

    @Test
    void anObjectThatBreaksOnALaterLineReachesToTheNextBraceThatBeginsALine() {
        assertThat(told(json("{\n\"a\": ]\n  {\"b\":1}\n}\n{\"c\":1}\n")))
                .containsExactly("1 bad {\n\"a\": ]\n  {\"b\":1}\n}", "5 ok {\"c\":1}");
    }

    @Test
    void anObjectThatIsTooLongIsCutAndTheNextOneComes() {
        String line = "\"" + "x".repeat(98) + "\":1,\n";
        List<SourceRecord> records = json("{\n" + line.repeat(20_000) + "\"x\":1}\n{\"b\":1}\n");
        assertThat(records).hasSize(2);
        assertThat(records.getFirst().defect().orElseThrow()).contains("1048576");
        assertThat(told(records.subList(1, 2))).containsExactly("20003 ok {\"b\":1}");
        assertThat(json("{\"a\":\"" + "x".repeat(2_000_000) + "\"}\n{}")).hasSize(2);
    }

    @Test
    void anArrayOfObjectsIsRefusedWithAHint() {
        assertThatExceptionOfType(SourceUnusable.class)
                .isThrownBy(() -> json("\u00ef\u00bb\u00bf \n[{\"emailAddress\":\"a@x.org\"}]"))
                .withMessageContaining("one a line");
    }

    // Every file is put together from pieces of which it is known what must come out.
    @Test
    void pieceByPieceFilesComeOutAsTheyWerePutTogether() throws Exception {
        var random = new Random(20260902);
        for (int round = 0; round < 1_000; round++) {
            var file = new StringBuilder();
            var expected = new ArrayList<String>();
            for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
                piece(random, file, expected);
            }
            assertThat(told(Files.readFromEverywhere(DataFormat.JSON, Files.bytes(file.toString()))))
                    .as("round %s: %s", round, file)
                    .isEqualTo(expected);
        }
    }

    private static void piece(Random random, StringBuilder file, List<String> expected) throws Exception {
        long line = 1 + file.chars().filter(c -> c == '\n').count();
        switch (random.nextInt(6)) {
            case 0 -> file.append("\n");
            case 1 -> {
                expected.add(line + " bad " + "x {");
                file.append("x {\n");
            }
            case 2 -> {
                String object = object(random).toString();
                String cut = object.substring(0, object.length() - 1);
                expected.add(line + " bad " + cut);
                file.append(cut).append("\n{}\n");
                expected.add(line + 1 + " ok {}");
            }
            case 3 -> {
                String object = object(random).toPrettyString();
                expected.add(line + " ok " + object);
                file.append(object).append(random.nextBoolean() ? "\n" : " \r\n");
            }
            default -> {
                String object = object(random).toString();
                expected.add(line + " ok " + object);
                file.append(object).append('\n');
            }
        }
    }

    private static ObjectNode object(Random random) {
        ObjectNode object = JSON.createObjectNode();
        object.put("e", CsvReaderTest.random(random, "a{}[]\"\\,:\n", 12));
        object.putArray("p").addObject().put("q", random.nextInt());
        object.putObject("r").put(CsvReaderTest.random(random, "x\"}", 4), random.nextBoolean());
        return object;
    }

    // Any bytes: nothing is lost, nothing is invented, whatever the reader makes of them.
    @Test
    void everyByteOfAnyFileIsInARecordOrIsSpace() throws Exception {
        var random = new Random(20260903);
        for (int round = 0; round < 5_000; round++) {
            String file = CsvReaderTest.random(random, "{{}}[]\"\\,:1a \n\n\r", 40);
            if (file.strip().startsWith("[")) {
                continue;
            }
            var left = new StringBuilder(file);
            for (SourceRecord record : Files.readFromEverywhere(DataFormat.JSON, Files.bytes(file))) {
                int offset = (int) record.offset();
                String raw = Files.text(record.raw());
                assertThat(file.substring(offset))
                        .as("round %s: %s", round, file)
                        .startsWith(raw);
                left.replace(offset, offset + raw.length(), " ".repeat(raw.length()));
            }
            assertThat(left.toString()).as("round %s: %s", round, file).isBlank();
        }
    }
}
