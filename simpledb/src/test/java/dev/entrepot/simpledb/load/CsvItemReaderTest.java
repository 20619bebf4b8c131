package dev.entrepot.simpledb.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** CSV is what spreadsheets and databases write; each of these came out of one. */
class CsvItemReaderTest {
    @Test
    void theFirstColumnIsTheNameAndEmptyCellsAreNoAttributes() throws IOException {
        assertThat(Records.ofCsv("id,a,b\none,1,\ntwo,,2\n")).containsExactly("one {a=[1]}", "two {b=[2]}");
    }

    @Test
    void anotherColumnCanBeTheNameAndItsNeighboursMayShareTheirs() throws IOException {
        assertThat(Records.ofCsv("tag,id,tag,tag\nx,one,y,x\n", "id")).containsExactly("one {tag=[x, y]}");
    }

    @Test
    void aNameMayBeLongerThanALineAndAMarkIsPassedOver() throws IOException {
        assertThat(Records.ofCsv("\ufeffid,a\r\n\"one\r\ntwo\",\"say \"\"hi\"\"\"\r\n\r\nthree,3"))
                .containsExactly("one\r\ntwo {a=[say \"hi\"]}", "three {a=[3]}");
    }

    @Test
    void aRowOfTheWrongLengthIsRejectedWithTheLineItBeginsIn() throws IOException {
        assertThat(Records.ofCsv("id,a\n\"one\nmore\",1\ntwo\nthree,3,3\nfour,4\n"))
                .containsExactly(
                        "one\nmore {a=[1]}",
                        "4: It has 1 fields where the header has 2.",
                        "5: It has 3 fields where the header has 2.",
                        "four {a=[4]}");
    }

    @Test
    void aColumnWithoutANameIsAMistakeOfTheWholeFile() {
        assertThatThrownBy(() -> Records.ofCsv("id,,a\n1,2,3\n"))
                .isInstanceOf(SourceInvalid.class)
                .hasMessage("Column 2 of the header has no name.");
    }

    /** Each file of the csv-spectrum collection as its JSON says, with the first column as the name. */
    @Test
    void theWholeSpectrumIsReadAsItShouldBe() throws IOException {
        Path spectrum = Path.of(System.getProperty("entrepot.shared", "nowhere"), "data/csv-json-hard/csv-spectrum");
        assumeTrue(Files.isDirectory(spectrum), "NOT CHECKED against csv-spectrum: there is no " + spectrum);
        var json = new ObjectMapper();
        try (var files = Files.list(spectrum.resolve("csvs"))) {
            for (Path csv : files.sorted().toList()) {
                String name = csv.getFileName().toString().replace(".csv", ".json");
                if (name.equals("location_coordinates.json")) {
                    continue; // it has another telephone number than its CSV
                }
                JsonNode rows =
                        json.readTree(spectrum.resolve("json").resolve(name).toFile());
                assertThat(Records.ofCsv(Files.readAllBytes(csv))).as(name).isEqualTo(items(rows));
            }
        }
    }

    private static List<String> items(JsonNode rows) {
        var items = new ArrayList<String>();
        for (JsonNode row : rows) {
            var cells = row.properties().iterator();
            String item = cells.next().getValue().asText();
            Map<String, TreeSet<String>> attributes = new TreeMap<>();
            cells.forEachRemaining(cell -> {
                if (!cell.getValue().asText().isEmpty()) {
                    attributes.put(
                            cell.getKey(), new TreeSet<>(List.of(cell.getValue().asText())));
                }
            });
            items.add(
                    attributes.isEmpty()
                            ? (items.size() + 2) + ": No attributes for item ='" + item + "'."
                            : item + " " + attributes);
        }
        return items;
    }
}
