package dev.entrepot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Everything is as it should be" is worth nothing from a check that would say so of a damaged export too. */
class VerificationTest {
    private static final String ARN = "arn:aws:sdb:us-east-1:000000000000:domain/d/export/e";
    private static final String DIRECTORY = "AWSSimpleDB/e/d/";
    private static final String FIRST = DIRECTORY + "data/dataFile_1_2.json";
    private static final String SECOND = DIRECTORY + "data/dataFile_2_2.json";
    private static final String FILES = DIRECTORY + "manifest-file.json";
    private static final String SUMMARY = DIRECTORY + "manifest-summary.json";

    private static final List<Item> LOADED = List.of(
            new Item("1", Map.of("name", Set.of("Ordino"), "tag", Set.of("b", "a"))),
            new Item("2", Map.of("name", Set.of("Tōkyō"))),
            new Item("3", Map.of("name", Set.of("Perth"))));

    private final InMemoryObjects objects = new InMemoryObjects();
    private Export export = new Export(ARN, "bucket", 3, SUMMARY);

    @BeforeEach
    void anExportOfTwoFiles() throws NoSuchAlgorithmException {
        objects.texts.put(DIRECTORY + "_started", "");
        objects.texts.put(FIRST, """
                [
                {"itemName":"1","attributes":[{"name":"name","values":["Ordino"]},{"name":"tag","values":["a","b"]}]},
                {"itemName":"2","attributes":[{"name":"name","values":["Tōkyō"]}]}
                ]
                """);
        objects.texts.put(SECOND, """
                [
                {"itemName":"3","attributes":[{"name":"name","values":["Perth"]}]}
                ]
                """);
        objects.texts.put(SUMMARY, "{\"exportArn\":\"%s\",\"itemsCount\":3}".formatted(ARN));
        writeManifest();
    }

    private void writeManifest() throws NoSuchAlgorithmException {
        objects.texts.put(
                FILES,
                "[{\"md5Checksum\":\"%s\",\"dataFileS3Key\":\"%s\",\"dataFileItemCount\":2},{\"md5Checksum\":\"%s\",\"dataFileS3Key\":\"%s\",\"dataFileItemCount\":1}]"
                        .formatted(objects.md5(FIRST), FIRST, objects.md5(SECOND), SECOND));
    }

    @Test
    void aTrueExportIsFoundTrueAndMeasured() {
        var findings = Verification.verify(objects, export, LOADED);
        assertThat(findings.items()).isEqualTo(3);
        assertThat(findings.files()).extracting(DataFile::dataFileS3Key).containsExactly(FIRST, SECOND);
        // three characters of two bytes in UTF-8 do not count as three
        assertThat(findings.bytes())
                .isEqualTo(objects.texts.get(FIRST).length()
                        + 2
                        + objects.texts.get(SECOND).length());
    }

    @Test
    void aChangedByteIsFoundByItsMd5() {
        objects.replace(SECOND, "Perth", "Perch");
        assertUntrue("The MD5 of " + SECOND + " should be ");
    }

    @Test
    void aByteMoreAtTheEndIsFoundByItsMd5() {
        objects.replace(SECOND, "]\n", "]\n\n");
        assertUntrue("The MD5 of " + SECOND + " should be ");
    }

    @Test
    void aChangedItemIsFoundThoughTheManifestAgreesWithIt() throws Exception {
        objects.replace(FIRST, "[\"a\",\"b\"]", "[\"a\"]");
        writeManifest();
        assertUntrue("Item '1' should be ");
    }

    @Test
    void aMissingFileIsNamed() {
        objects.texts.remove(SECOND);
        assertUntrue("The export's objects should be ");
    }

    @Test
    void aMissingManifestIsNamed() {
        objects.texts.remove(FILES);
        assertUntrue(FILES + " is not there");
    }

    @Test
    void anObjectTooManyIsFound() {
        objects.texts.put(DIRECTORY + "data/dataFile_1_1.json", "[]");
        assertUntrue("The export's objects should be ");
    }

    @Test
    void wrongCountsAreFoundWhereverTheyStand() {
        export = new Export(ARN, "bucket", 4, SUMMARY);
        assertUntrue("The items that GetExport counts should be 3 and is 4");
        export = new Export(ARN, "bucket", 3, SUMMARY);

        objects.replace(SUMMARY, ":3}", ":2}");
        assertUntrue("The summary's itemsCount should be 3 and is 2");
        objects.replace(SUMMARY, ":2}", ":3}");

        objects.replace(FILES, "Count\":1}", "Count\":2}");
        assertUntrue("The sum of dataFileItemCount should be 3 and is 4");

        objects.replace(FILES, "Count\":2}", "Count\":1}"); // now both files claim one
        objects.replace(FILES, "Count\":1},", "Count\":0},");
        objects.replace(FILES, "Count\":1}", "Count\":3}"); // the sum is right, the files are not
        assertUntrue("The number of items in " + FIRST + " should be 0 and is 2");
    }

    @Test
    void anItemLostAndAnotherTwiceAreFoundThoughEveryCountIsRight() throws Exception {
        objects.replace(SECOND, "{\"itemName\":\"3\"", "{\"itemName\":\"2\"");
        writeManifest();
        assertUntrue("Item '2' was not loaded, or is there twice");
    }

    @Test
    void anItemThatWasNeverLoadedIsFound() throws Exception {
        objects.replace(SECOND, "{\"itemName\":\"3\"", "{\"itemName\":\"4\"");
        writeManifest();
        assertUntrue("Item '4' was not loaded, or is there twice");
    }

    @Test
    void anAttributeOrAValueTwiceIsFound() throws Exception {
        objects.replace(FIRST, "[\"a\",\"b\"]", "[\"a\",\"b\",\"b\"]");
        writeManifest();
        assertUntrue("Item '1' has attribute 'tag', or a value of it, twice");
    }

    @Test
    void anotherExportsSummaryIsFound() {
        objects.replace(SUMMARY, "export/e", "export/f");
        assertUntrue("The summary's export should be " + ARN);
    }

    private void assertUntrue(String beginning) {
        assertThatThrownBy(() -> Verification.verify(objects, export, LOADED))
                .isInstanceOf(ExportUntrue.class)
                .hasMessageStartingWith(beginning);
    }
}
