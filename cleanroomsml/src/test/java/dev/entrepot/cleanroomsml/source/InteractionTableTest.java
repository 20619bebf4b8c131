package dev.entrepot.cleanroomsml.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.jobs.JobFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training takes hours; a table must be read as it was meant, or the reason name the very line (dossier, section 2.2). */
class InteractionTableTest {
    private static final String COLUMNS = "u string, i bigint, t bigint, c array<string>, n double";
    private static final String TWO_USERS = "u,i,t\na,1,10\na,2,20\nb,1,30\nb,2,40\n";

    @TempDir
    private Path directory;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(directory);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private static void assertRows(TableRows read, long rows, long incomplete, long outside, int users) {
        assertThat(read.rows()).isEqualTo(rows);
        assertThat(read.incomplete()).isEqualTo(incomplete);
        assertThat(read.outside()).isEqualTo(outside);
        assertThat(read.interactions().finish().users()).isEqualTo(users);
    }

    @Test
    void allFilesOfATableAreRead() {
        tables.describe("'csv'", COLUMNS)
                .put("t/a.csv", TWO_USERS)
                .put("t/deep/b.csv", "T,U,I\r\n10,c,1\r\n20,c,2\r\n")
                .put("t/_SUCCESS", "not a table")
                .put("t/.hidden/c.csv", "not a table")
                .put("tt/other.csv", "not a table");
        assertRows(tables.read(), 6, 0, 0, 3);
    }

    @Test
    void compressedFilesAndByteOrderMarksAreRead() throws IOException {
        tables.describe("'csv'", COLUMNS).put("t/a.csv.gz", zipped("\uFEFF" + TWO_USERS));
        assertRows(tables.read(), 4, 0, 0, 2);
        tables.put("t/a.csv.gz", "no gzip");
        assertFails("UNSUPPORTED_FORMAT", "s3://bucket/t/a.csv.gz cannot be read to its end: it is damaged.");
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void csvIsReadAsItsTableSays() {
        tables.describe("'csv','csv':{'header':false,'delimiter':'|','quote':'^'}", COLUMNS)
                .put("t/a", "a|1|10||\n^a|b^|2|20||\n^a|b^|3|30||\n");
        assertRows(tables.read(), 3, 0, 0, 1);
    }

    // Ids are texts: 42 is "42", and "007" is not 7.
    @Test
    void jsonNumbersAndTextsAreTheSameIds() {
        tables.describe("'json'", COLUMNS).put("t/a", """
                {"U":42,"i":7,"t":10,"c":["x","y"],"n":1.5,"more":{"u":"no"}}
                {"u":"42","i":"007","t":"20","c":"z","n":null}

                {"u":"42","i":"7","t":10}
                """);
        TableRows read = tables.read(
                Tables.ALWAYS, "u USER_ID", "i ITEM_ID", "t TIMESTAMP", "c CATEGORICAL_FEATURE", "n NUMERICAL_FEATURE");
        assertThat(read.rows()).isEqualTo(3);
        var data = read.interactions().finish();
        assertThat(data.users()).isEqualTo(1);
        assertThat(data.records()).as("the third repeats the first").isEqualTo(2);
    }

    @Test
    void rowsWithoutUserItemOrTimeAreCountedAndLeftOut() {
        tables.describe("'jsonl'", COLUMNS).put("t/a", """
                {"u":"a","i":1,"t":10}
                {"u":"a","i":2,"t":20}
                {"u":null,"i":1,"t":10}
                {"i":1,"t":10}
                {"u":"a","i":"","t":10}
                """);
        assertRows(tables.read(), 5, 3, 0, 1);
    }

    @Test
    void theWindowHasItsBeginningAndNotItsEnd() {
        tables.describe("'csv'", COLUMNS).put("t/a.csv", TWO_USERS);
        var window = new TrainingWindow(Optional.of(Instant.ofEpochSecond(20)), Optional.of(Instant.ofEpochSecond(40)));
        TableRows read = tables.read(window, "u USER_ID", "i ITEM_ID", "t TIMESTAMP");
        assertThat(read.outside()).isEqualTo(2);
        assertThat(read.interactions().size()).isEqualTo(2);
    }

    @Test
    void timestampsAreSecondsOrDates() {
        tables.describe("'csv'", "u string, i string, t timestamp").put("t/a.csv", """
                        u,i,t
                        a,1,2025-01-02 03:04:05
                        a,1,2025-01-02T03:04:05.250Z
                        a,1,2025-01-02T04:04:05+01:00
                        a,1,1735787045
                        a,2,1735787045
                        """);
        var data = tables.read().interactions().finish();
        assertThat(data.records()).as("four of them are one").isEqualTo(2);
        tables.put("t/a.csv", "u,i,t\na,1,yesterday\n");
        assertFails(
                "SCHEMA_MISMATCH", "s3://bucket/t/a.csv, line 2: column 't' has no date such as 2025-01-02 03:04:05.");
    }

    @Test
    void partitionKeysAreReadFromTheNames() {
        tables.describe("{'location':'s3://bucket/t','format':'csv','columns':[{'name':'u','type':'string'},"
                        + "{'name':'t','type':'bigint'}],'partitionKeys':[{'name':'i','type':'string'}]}")
                .put("t/i=one%20two/a.csv", "u,t\na,1\nb,2\n")
                .put("t/I=three/a.csv", "u,t\na,1\n")
                .put("t/i=__HIVE_DEFAULT_PARTITION__/a.csv", "u,t\na,1\n");
        assertRows(tables.read(), 4, 1, 0, 1);
        tables.put("t/none/a.csv", "u,t\na,1\n");
        assertFails("SCHEMA_MISMATCH", "s3://bucket/t/none/a.csv: the name has no 'i=…'.");
    }

    @Test
    void whatDoesNotFitIsNamedByFileLineAndColumn() {
        tables.describe("'csv'", COLUMNS).put("t/a.csv", "u,i,t\na,1,10\nsecret,2,soon\n");
        assertFails("SCHEMA_MISMATCH", "s3://bucket/t/a.csv, line 3: column 't' has no whole number of seconds.");
        tables.put("t/a.csv", "u,i,t\n\"a\nb\",1,10\na,2\n");
        assertFails("SCHEMA_MISMATCH", "s3://bucket/t/a.csv, line 4: it has 2 fields in place of 3.");
        tables.put("t/a.csv", "u,t\na,1\n");
        assertFails("SCHEMA_MISMATCH", "s3://bucket/t/a.csv: the header has no column 'i'.");
        tables.put("t/a.csv", "u,i,t\na,1,10\n\"a,1,10\n");
        assertFails("UNSUPPORTED_FORMAT", "a quote that is never closed");
        tables.put("t/a.csv", new byte[] {'u', ',', 'i', ',', 't', '\n', (byte) 0xC3, '\n'});
        assertFails("UNSUPPORTED_FORMAT", "not UTF-8");

        tables.describe("'jsonl'", COLUMNS)
                .put("t/a.csv", "{\"u\":\"a\",\"i\":1,\"t\":10}\n{\"u\":\"a\",\"i\":1\n{}\n");
        assertFails("UNSUPPORTED_FORMAT", "s3://bucket/t/a.csv, line 2: it is no JSON.");
        tables.put("t/a.csv", "{}\n\n[1]\n");
        assertFails("UNSUPPORTED_FORMAT", "s3://bucket/t/a.csv, line 3: it is no JSON object.");
        tables.put("t/a.csv", "{\"u\":{},\"i\":1,\"t\":10}");
        assertFails("SCHEMA_MISMATCH", "s3://bucket/t/a.csv, line 1: column 'u' has no plain value.");
        tables.put("t/a.csv", "{\"u\":[\"a\",\"b\"],\"i\":1,\"t\":10}");
        assertFails("SCHEMA_MISMATCH", "s3://bucket/t/a.csv, line 1: column 'u' has several values.");
    }

    @Test
    void aTableThatIsNotAsDeclaredIsNotBegun() {
        assertFails("DATA_SOURCE_NOT_FOUND", "There is no table db.table in catalog 111122223333.");
        tables.describe("'csv'", COLUMNS);
        assertFails("DATA_SOURCE_NOT_FOUND", "There is no object at s3://bucket/t/.");
        tables.describe("'orc'", COLUMNS);
        assertFails("UNSUPPORTED_FORMAT", "is no description of a table (line 1).");
        tables.describe("'csv'", "u string, t bigint");
        assertFails("SCHEMA_MISMATCH", "Table db.table in catalog 111122223333 has no column 'i'.");
        tables.describe("'csv'", "u double, i string, t bigint");
        assertFails("SCHEMA_MISMATCH", "Column 'u' is of type double, which cannot be USER_ID.");
        tables.describe("{'location':'s3://nowhere/t/','format':'csv','columns':[{'name':'u','type':'int'},"
                + "{'name':'i','type':'int'},{'name':'t','type':'int'}]}");
        assertFails("DATA_SOURCE_NOT_FOUND", "s3://nowhere/t/ cannot be read");
    }

    private void assertFails(String code, String message) {
        assertThatThrownBy(tables::read)
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining(message)
                .extracting(failure -> ((JobFailed) failure).code())
                .isEqualTo(code);
    }
}
