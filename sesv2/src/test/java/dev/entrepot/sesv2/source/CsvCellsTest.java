package dev.entrepot.sesv2.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.sesv2.contract.DataFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the cells of a CSV record say (SES dossier, section 2.2). */
class CsvCellsTest {
    private static List<String> cells(String record) {
        return CsvCells.of(Files.bytes(record));
    }

    @Test
    void cellsMayBeEmptyQuotedOrHoldQuotes() {
        assertThat(cells("")).containsExactly("");
        assertThat(cells(",")).containsExactly("", "");
        assertThat(cells("\"\",a\"b,\"c\"\"\",")).containsExactly("", "a\"b", "c\"", "");
        assertThat(cells("\"a,\n\"\"b\"\"\",{\"k\": \"v\"}")).containsExactly("a,\n\"b\"", "{\"k\": \"v\"}");
    }

    @Test
    void whatIsNotUtf8IsNeverReplaced() {
        assertThatExceptionOfType(RecordUnreadable.class).isThrownBy(() -> cells("a,\u00ff"));
        assertThatExceptionOfType(RecordUnreadable.class).isThrownBy(() -> cells("\"\u00c3\",b"));
        assertThat(cells("\u00c3\u00a9")).containsExactly("\u00e9");
    }

    @Test
    void aCellHasSixtyFourKibibytesAtMost() {
        String most = "x".repeat(CsvCells.MAX_BYTES);
        assertThat(cells(most + ",\"" + most + "\"")).containsExactly(most, most);
        assertThatExceptionOfType(RecordUnreadable.class).isThrownBy(() -> cells("a," + most + "x"));
    }

    // csv-spectrum collects what CSV readers get wrong.
    @Test
    void theHardFilesReadAsTheirAuthorsSay() throws Exception {
        Path spectrum = Path.of(System.getProperty("entrepot.shared", "nowhere"), "data/csv-json-hard/csv-spectrum");
        assumeTrue(java.nio.file.Files.isDirectory(spectrum), "SKIPPED, not there: " + spectrum);
        int files = 0;
        try (var each = java.nio.file.Files.newDirectoryStream(spectrum.resolve("csvs"), "*.csv")) {
            for (Path csv : each) {
                String name = csv.getFileName().toString().replace(".csv", ".json");
                if (name.equals("location_coordinates.json")) {
                    continue; // its JSON has another phone number than its CSV
                }
                JsonNode expected = new ObjectMapper()
                        .readTree(java.nio.file.Files.readAllBytes(
                                spectrum.resolve("json").resolve(name)));
                assertThat(rows(csv)).as(name).isEqualTo(expected(expected));
                files++;
            }
        }
        assertThat(files).isEqualTo(11);
    }

    private static List<List<String>> rows(Path csv) throws Exception {
        return Files.read(DataFormat.CSV, java.nio.file.Files.readAllBytes(csv)).stream()
                .map(record -> CsvCells.of(record.raw()))
                .toList();
    }

    private static List<List<String>> expected(JsonNode objects) {
        var rows = new ArrayList<List<String>>();
        for (JsonNode object : objects.isArray() ? objects : List.of(objects)) {
            if (rows.isEmpty()) {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                rows.add(names);
            }
            var row = new ArrayList<String>();
            object.elements().forEachRemaining(value -> row.add(value.asText()));
            rows.add(row);
        }
        return rows;
    }
}
