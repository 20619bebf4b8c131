package dev.entrepot.sesv2.source;

import static dev.entrepot.sesv2.source.Files.csv;
import static dev.entrepot.sesv2.source.Files.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.entrepot.sesv2.contract.DataFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where records of CSV begin and end (SES dossier, sections 2.1 and 2.2). */
class CsvReaderTest {
    @Test
    void blankLinesAreNoRecordsButCountAsLines() {
        assertThat(told(csv("a,b\n\n\r\nc\n"))).containsExactly("1 ok a,b", "4 ok c");
        assertThat(csv("\n\n")).isEmpty();
        assertThat(csv("")).isEmpty();
    }

    @Test
    void aLoneCarriageReturnEndsLinesOnlyWhereNothingElseDoes() {
        assertThat(told(csv("a\rb\r\rc"))).containsExactly("1 ok a", "2 ok b", "4 ok c");
        assertThat(told(csv("a\rb\nc"))).containsExactly("1 ok a\rb", "2 ok c");
    }

    @Test
    void aQuotedCellHoldsLineEndsAndTheNextLineNumberKnowsOfThem() {
        assertThat(told(csv("\"a\r\n\nb\",1\r\nc\r\n"))).containsExactly("1 ok \"a\r\n\nb\",1", "4 ok c");
    }

    @Test
    void aQuoteInsideACellIsData() {
        assertThat(told(csv("a,{\"Name\": \"John\"}\nb"))).containsExactly("1 ok a,{\"Name\": \"John\"}", "2 ok b");
    }

    // The quote of line 1 seems to end where line 3 opens one; line 2 and 3 must not be lost for that.
    @Test
    void wrongQuotesSpoilTheLineTheyBeginOnAndNoOther() {
        assertThat(told(csv("a,\"x\nb\nc,\"y\"\nd")))
                .containsExactly("1 bad a,\"x", "2 ok b", "3 ok c,\"y\"", "4 ok d");
        assertThat(told(csv("\"a\"b\nc"))).containsExactly("1 bad \"a\"b", "2 ok c");
        assertThat(told(csv("a,\"x"))).containsExactly("1 bad a,\"x");
    }

    @Test
    void aCellThatNeverEndsIsGivenUpAfterSixtyFourKibibytes() {
        String line = "x".repeat(99) + "\n";
        List<SourceRecord> records = csv("a,\"\n" + line.repeat(2_000) + "b,\"c\"\n");
        assertThat(records).hasSize(2_002);
        assertThat(records.getFirst().defect().orElseThrow()).contains("65536");
        assertThat(records.getLast().defect()).isEmpty();
        assertThat(records.getLast().line()).isEqualTo(2_002);
    }

    @Test
    void aRecordThatIsTooLongIsCutAndTheNextOneComes() {
        List<SourceRecord> records = csv("a\n" + "x,".repeat(1_000_000) + "\nb\n");
        assertThat(records).hasSize(3);
        assertThat(records.get(1).raw()).hasSize(SourceRecord.MAX_BYTES);
        assertThat(records.get(1).defect().orElseThrow()).contains("1048576");
        assertThat(told(records.subList(2, 3))).containsExactly("3 ok b");
    }

    @Test
    void otherEncodingsAreRefusedWithAHint() {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_32)) {
            assertThatExceptionOfType(SourceUnusable.class)
                    .isThrownBy(() -> Files.read(DataFormat.CSV, "emailAddress\n".getBytes(charset)))
                    .withMessageContaining("UTF-8");
        }
    }

    // A regular expression over the whole file is slow, needs all of it in memory, and is short enough to be believed.
    @Test
    void anyBytesAreDividedAsTheRegularExpressionDividesThem() throws Exception {
        var random = new Random(20260901);
        for (int round = 0; round < 5_000; round++) {
            String file = random(random, "ab,,\"\"\"\n\n\r\u00e9", 40) + "\n";
            List<SourceRecord> records = Files.readFromEverywhere(DataFormat.CSV, Files.bytes(file));
            assertThat(told(records)).as("round %s: %s", round, file).isEqualTo(oracle(file));
            for (SourceRecord record : records) {
                assertThat(Files.bytes(file)).as("offset").containsSequence(record.raw());
                assertThat(file.substring((int) record.offset())).startsWith(Files.text(record.raw()));
            }
        }
    }

    static String random(Random random, String letters, int most) {
        var text = new StringBuilder();
        for (int length = random.nextInt(most); length > 0; length--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static final String CELL = "(?:\"(?:[^\"]|\"\")*+\"|(?!\")(?:(?!\r?\n)[^,])*+)";
    private static final Pattern RECORD = Pattern.compile("\\G" + CELL + "(?:," + CELL + ")*+(?=\r?\n)");
    private static final Pattern LINE = Pattern.compile("\\G(?:(?!\r?\n)(?s:.))*+");

    private static List<String> oracle(String file) {
        var told = new ArrayList<String>();
        Matcher record = RECORD.matcher(file);
        Matcher line = LINE.matcher(file);
        int at = 0;
        while (at < file.length()) {
            long number =
                    1 + file.substring(0, at).chars().filter(c -> c == '\n').count();
            boolean good = record.find(at);
            line.find(at);
            String found = good ? record.group() : line.group();
            if (!found.isEmpty()) {
                told.add(number + (good ? " ok " : " bad ") + found);
            }
            at += found.length();
            at += file.startsWith("\r\n", at) ? 2 : 1;
        }
        return told;
    }
}
