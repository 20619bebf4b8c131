package dev.entrepot.cleanroomsml.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.cleanroomsml.source.CatalogTable.Column;
import dev.entrepot.cleanroomsml.source.TableDraft.Told;
import dev.entrepot.jobs.JobFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody wants to type what a file says of itself; but a wrong type would fail a model an hour later. */
class TableDraftTest {
    private static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), List.of());

    @TempDir
    private Path directory;

    private String columns(CatalogTable table) {
        return Stream.concat(table.columns().stream(), table.keys().stream())
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
    }

    private String roles(CatalogTable table) {
        return ColumnRoles.propose(table).toString();
    }

    @Test
    void csvTellsItsColumnsByHeaderAndValues() throws IOException {
        try (var tables = new Tables(directory)) {
            tables.put("t/_SUCCESS", "x").put("t/dt=2026-01-01/part-0.csv.gz", gzip("""
                    uid,sku,ts,price,seen,when,new,none
                    1,007,1700000000,1,yes,2026-01-01 00:00:00,true,
                    2,8,1700000001,2.5,no,,FALSE,
                    """));
            CatalogTable table = tables.draft("s3://bucket/t/", NOTHING);
            assertThat(columns(table))
                    .isEqualTo("uid bigint, sku string, ts bigint, price double, seen string, when timestamp,"
                            + " new boolean, none string, dt string");
            assertThat(table.csv()).isEmpty();
            assertThat(roles(table))
                    .isEqualTo("{uid=USER_ID, sku=ITEM_ID, ts=TIMESTAMP, price=NUMERICAL_FEATURE,"
                            + " seen=CATEGORICAL_FEATURE, new=CATEGORICAL_FEATURE, none=CATEGORICAL_FEATURE,"
                            + " dt=CATEGORICAL_FEATURE}");
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void csvWithoutAHeaderHasTheNamesThatItIsGiven() {
        try (var tables = new Tables(directory)) {
            tables.put("t/export.txt", "a;b;1700000000\n");
            var told = new Told(
                    Optional.of(TableFormat.CSV), Optional.of(';'), List.of("Customer", "Product ID", "Event-Time"));
            CatalogTable table = tables.draft("s3://bucket/t", told);
            assertThat(columns(table)).isEqualTo("Customer string, Product ID string, Event-Time bigint");
            assertThat(table.csv())
                    .contains(new CatalogTable.Csv(Optional.of(false), Optional.of(';'), Optional.empty()));
            assertThat(roles(table)).isEqualTo("{Customer=USER_ID, Product ID=ITEM_ID, Event-Time=TIMESTAMP}");
        }
    }

    @Test
    void jsonLinesTellThemByAllRows() {
        try (var tables = new Tables(directory)) {
            tables.put("t/part-0.jsonl", """
                    {"user": 1, "tags": ["a", "b"], "rating": 3, "place": {"lat": 1.5}}
                    {"user": "x", "rating": 3.5, "item": null, "time": "2026-01-01T00:00:00Z"}
                    """);
            CatalogTable table = tables.draft("s3://bucket/t/part-0.jsonl", NOTHING);
            assertThat(columns(table))
                    .isEqualTo("user string, tags array<string>, rating double, item string, time timestamp");
        }
    }

    @Test
    void parquetTellsThemItself() {
        try (var tables = new Tables(directory)) {
            tables.put("t/part-0.parquet", Path.of("interactions.parquet"));
            assertThat(columns(tables.draft("s3://bucket/t/", NOTHING)))
                    .isEqualTo("user_id string, item string, ts bigint");
        }
    }

    @Test
    void whatCannotBeReadIsSaid() {
        try (var tables = new Tables(directory)) {
            assertThatThrownBy(() -> tables.draft("s3://bucket/t/", NOTHING))
                    .isInstanceOf(JobFailed.class)
                    .hasMessage("There is no object at s3://bucket/t/.");
            tables.put("t/clicks", "a,b\n");
            assertThatThrownBy(() -> tables.draft("s3://bucket/t/", NOTHING))
                    .hasMessage("The name s3://bucket/t/clicks does not tell whether it is csv, jsonl or parquet.");
            var parquet = new Told(Optional.of(TableFormat.PARQUET), Optional.empty(), List.of());
            assertThatThrownBy(() -> tables.draft("s3://bucket/t/", parquet))
                    .hasMessage("s3://bucket/t/clicks cannot be read as parquet.");
        }
    }

    @Test
    void whatIsPutIntoTheCatalogIsFoundThereAndListed() {
        var catalog = new TableCatalog(directory.resolve("catalog"));
        assertThat(catalog.all("111122223333")).isEmpty();
        var table = new CatalogTable(
                "s3://bucket/t/",
                TableFormat.CSV,
                Optional.of(new CatalogTable.Csv(Optional.of(false), Optional.empty(), Optional.empty())),
                List.of(new Column("u", "string")),
                Optional.empty());
        for (String name : List.of("web.clicks", "web.buys", "app.taps")) {
            catalog.put(TableName.parse("111122223333", name).orElseThrow(), table);
        }
        assertThat(catalog.all("111122223333")).extracting(TableName::table).containsExactly("taps", "buys", "clicks");
        assertThat(catalog.find(catalog.all("111122223333").getFirst())).isEqualTo(table);
        assertThat(TableName.parse("111122223333", "../x.y")).isEmpty();
        assertThat(TableName.parse("111122223333", "x")).isEmpty();
    }
}
