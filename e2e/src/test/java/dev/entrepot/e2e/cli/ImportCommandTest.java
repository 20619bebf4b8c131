package dev.entrepot.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.ExportedObjects;
import dev.entrepot.e2e.fixture.Ran;
import dev.entrepot.e2e.fixture.SampleDomain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./entrepot simpledb import}, typed beside a server that runs: it finds the server, and says what became of it. */
class ImportCommandTest {
    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @TempDir
    private Path directory;

    @Test
    void anExportIsImportedFromItsSummary() {
        ENTREPOT.s3().createBucket(create -> create.bucket("exports"));
        SampleDomain.load(ENTREPOT.simpleDb(), SampleDomain.NAME);
        var export = ENTREPOT.exports().succeeded(ENTREPOT.exports().start(SampleDomain.NAME, "exports", Map.of()));
        String summary = "s3://exports/" + export.get("exportManifest").textValue();
        Ran ran = load(summary, "copy");
        assertThat(ran.err()).doesNotContain("WARN").startsWith("Import ");
        assertThat(ran.out()).isEqualTo("6 items imported into domain copy\n");
        assertThat(ran.code()).isZero();
        var copy = ENTREPOT.exports().succeeded(ENTREPOT.exports().start("copy", "exports", Map.of()));
        assertThat(ExportedObjects.of(ENTREPOT.s3(), copy).object("data/dataFile_1_1.json"))
                .isEqualTo(ExportedObjects.of(ENTREPOT.s3(), export).object("data/dataFile_1_1.json"));

        Ran again = load(summary, "copy");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err())
                .isEqualTo("entrepot: Domain copy has items. Name another domain, or merge: items of the same name are"
                        + " then replaced.\n");
        assertThat(load(summary, "copy", "--merge").code()).isZero();
    }

    @Test
    void aFileOfThisMachineIsUploadedAndItsRejectedRowsAreNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("people.csv"), "id,name\n1,Ada\n2,\n3,Grace\n");
        Ran ran = load(file.toString(), "people");
        assertThat(ran.out()).isEqualTo("2 items imported into domain people\n");
        assertThat(ran.code()).isEqualTo(1);
        String bucket =
                "entrepot-uploads-" + ENTREPOT.server().keys().accessKeyId().toLowerCase(Locale.ROOT);
        String rejected = ran.err().strip().replaceAll("(?s).*s3://" + bucket + "/(\\S+) tells which and why$", "$1");
        assertThat(ENTREPOT.s3()
                        .getObjectAsBytes(get -> get.bucket(bucket).key(rejected))
                        .asUtf8String())
                .isEqualTo("{\"line\":3,\"reason\":\"No attributes for item ='2'.\",\"record\":\"2,\"}\n");
        assertThat(ExportedObjects.keys(ENTREPOT.s3(), bucket, "")).containsExactly(rejected);
    }

    @Test
    void aFileOfSeveralPartsIsUploadedWhole() throws Exception {
        var rows = new StringBuilder("id,text\n");
        for (int i = 0; i < 20_000; i++) {
            rows.append(i).append(',').append("x".repeat(1000)).append('\n');
        }
        Path file = Files.writeString(directory.resolve("large.csv"), rows);
        assertThat(load(file.toString(), "large").out()).isEqualTo("20,000 items imported into domain large\n");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() {
        assertThat(load("s3://nosuch/items.csv", "domain").err())
                .endsWith(
                        "failed. s3://nosuch/items.csv: The specified bucket does not exist: 'nosuch'. Nothing of it was applied.\n");
        assertThat(load("nosuch.csv", "domain"))
                .isEqualTo(new Ran(
                        1, "", "entrepot: There is no file 'nosuch.csv'; an object is named like s3://bucket/key\n"));
        assertThat(load("s3://bucket/items.txt", "domain").err())
                .isEqualTo("entrepot: The name 's3://bucket/items.txt' does not tell its format: give --format export,"
                        + " ndjson or csv\n");
        assertThat(load("s3://bucket/items.csv", "domain", "--endpoint-url", "http://127.0.0.1:1")
                        .err())
                .isEqualTo("entrepot: http://127.0.0.1:1 does not answer as it should: is the server running?\n");
    }

    private static Ran load(String source, String domain, String... options) {
        var command = Stream.of("simpledb", "import", source, "--domain", domain);
        return ENTREPOT.server()
                .command(Stream.concat(command, Stream.of(options)).toArray(String[]::new));
    }
}
