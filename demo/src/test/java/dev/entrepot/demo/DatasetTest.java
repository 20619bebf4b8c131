package dev.entrepot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export is compared with the data as read here, so a reader that loses something would hide that the export lost it. */
class DatasetTest {
    @TempDir
    private Path directory;

    @Test
    void namesInAnyScriptAndSeveralValuesAreRead() throws IOException {
        Dataset dataset = read("""
                {"name":"1","attributes":{"name":["Þórshöfn","東京"],"empty":[""]}}
                {"name":"😀","attributes":{}}
                """);
        assertThat(dataset.items())
                .containsExactly(
                        new Item("1", Map.of("name", Set.of("Þórshöfn", "東京"), "empty", Set.of(""))),
                        new Item("😀", Map.of()));
        assertThat(dataset.pairs()).isEqualTo(3);
    }

    @Test
    void theDataKeptInTheProjectAreWhatTheirPageSays() {
        Dataset dataset = Dataset.choose(Optional.empty(), directory);
        assertThat(dataset.items()).hasSize(8096);
        assertThat(dataset.pairs()).isEqualTo(59_946);
        assertThat(dataset.origin()).contains("GeoNames", "CC BY 4.0");
    }

    @Test
    void allTheCitiesAreTakenWhereTheyLieBesideTheProject() throws IOException {
        Path home = Files.createDirectories(directory.resolve("project"));
        Path beside = Files.createDirectories(directory.resolve("shared/data/items-cities"));
        write(beside.resolve("cities.ndjson.gz"), "{\"name\":\"1\",\"attributes\":{}}");
        assertThat(Dataset.choose(Optional.empty(), home).items()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsOneSentence() throws IOException {
        assertThatThrownBy(() -> read("{\"name\":\"1\""))
                .hasMessageMatching(".*x\\.gz is not items, .*: Unexpected end.*");
        assertThatThrownBy(() -> read("{\"id\":\"1\"}")).hasMessageContaining("Unrecognized field \"id\"");
        assertThatThrownBy(() -> read("{\"name\":\"1\",\"attributes\":{}}\n{\"name\":\"1\",\"attributes\":{}}"))
                .hasMessage("The data have two items of the name '1'");
        assertThatThrownBy(() -> read("")).hasMessage("The data have no items");
        Path plain = Files.writeString(directory.resolve("plain"), "{}");
        assertThatThrownBy(() -> Dataset.choose(Optional.of(plain), directory))
                .hasMessage(plain + " could not be read as gzip: Not in GZIP format");
        assertThatThrownBy(() -> Dataset.choose(Optional.of(directory.resolve("none")), directory))
                .hasMessage("There is no " + directory.resolve("none"));
    }

    private Dataset read(String lines) throws IOException {
        return Dataset.choose(Optional.of(write(directory.resolve("x.gz"), lines)), directory);
    }

    static Path write(Path file, String lines) throws IOException {
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
