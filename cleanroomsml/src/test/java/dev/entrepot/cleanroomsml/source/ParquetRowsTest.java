package dev.entrepot.cleanroomsml.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.cleanroomsml.parquet.Pieces;
import dev.entrepot.jobs.JobFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Most interactions of the world lie in Parquet, written by others. The files here were written by the Rust library of Apache Arrow
 * and have five rows each: columns n (double), U (32 bits), i (text), t (microseconds), c (list of texts) and one more.
 */
class ParquetRowsTest {
    private static final String COLUMNS = "u int, i string, t timestamp, c array<string>, n double";

    @TempDir
    private Path directory;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(directory);
        tables.describe("'parquet'", COLUMNS);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private record Bytes(byte[] content) implements Pieces {
        static Bytes of(String name) throws IOException {
            try (var resource = Bytes.class.getResourceAsStream("/parquet/" + name)) {
                return new Bytes(resource.readAllBytes());
            }
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public byte[] read(long offset, int length) {
            return Arrays.copyOfRange(content, (int) offset, (int) offset + length);
        }
    }

    private static List<String> rows(Pieces file) throws IOException {
        var rows = new ArrayList<String>();
        var wanted = List.of(
                new Wanted("u", 0), new Wanted("i", 1), new Wanted("t", 2), new Wanted("c", 3), new Wanted("n", 4));
        try (var reader = new ParquetRows(file, wanted, true)) {
            var row = new Row(wanted.size());
            while (reader.read(row)) {
                rows.add(wanted.stream()
                        .map(each -> row.all(each.place()))
                        .toList()
                        .toString());
                row.clear();
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "gzip", "snappy-v2", "zstd-v2"})
    void everyCompressionAndKindOfPageIsReadAlike(String name) throws IOException {
        assertThat(rows(Bytes.of(name + ".parquet")))
                .containsExactly(
                        "[[42], [a], [1735787045], [x, y], [1.5]]",
                        "[[42], [é], [20], [], []]",
                        "[[], [c], [0], [], [-2.0]]",
                        "[[7], [a], [-1], [z], [0.0]]",
                        "[[7], [b], [30], [x], [3.0]]");
    }

    @Test
    void aTableOfParquetFilesIsRead() {
        tables.put("t/a.parquet", Path.of("gzip.parquet")).put("t/b.parquet", Path.of("zstd-v2.parquet"));
        TableRows read = tables.read();
        assertThat(read.rows()).isEqualTo(10);
        assertThat(read.incomplete()).isEqualTo(2);
        assertThat(read.interactions().finish().records()).isEqualTo(4);
        tables.refuseZstdParquet();
        assertFails("UNSUPPORTED_FORMAT: s3://bucket/t/b.parquet: it is compressed with Zstandard.");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        tables.put("t/a.parquet", Path.of("interactions.parquet"));
        assertFails("SCHEMA_MISMATCH: s3://bucket/t/a.parquet: there is no column 'u'.");
        tables.put("t/a.parquet", "a,b,c\n1,2,3\n".repeat(10));
        assertFails("UNSUPPORTED_FORMAT: s3://bucket/t/a.parquet cannot be read to its end: it is damaged.");
    }

    private void assertFails(String failure) {
        assertThatThrownBy(tables::read)
                .isInstanceOfSatisfying(
                        JobFailed.class,
                        failed -> assertThat(failed.code() + ": " + failed.getMessage())
                                .isEqualTo(failure));
    }

    // Damage may give wrong values, which nothing in the format could tell, but never anything else than rows or a word
    // about it.
    @Test
    void damagedFilesAreRefusedOrRead() throws IOException {
        var random = new SplittableRandom(7);
        for (String name : List.of("plain", "gzip", "snappy-v2", "zstd-v2")) {
            byte[] whole = Bytes.of(name + ".parquet").content();
            for (int i = 0; i < 300; i++) {
                byte[] damaged = Arrays.copyOf(whole, i % 10 == 0 ? random.nextInt(whole.length) : whole.length);
                for (int flips = random.nextInt(1, 4); flips > 0 && damaged.length > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                try {
                    assertThat(rows(new Bytes(damaged))).hasSizeLessThan(1_000);
                } catch (FileUnusable | IOException told) {
                    assertThat(told).isNotNull();
                }
            }
        }
    }
}
