package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.contract.ColumnSchema;
import dev.entrepot.cleanroomsml.contract.ColumnType;
import dev.entrepot.cleanroomsml.contract.DataSource;
import dev.entrepot.cleanroomsml.contract.Dataset;
import dev.entrepot.cleanroomsml.contract.DatasetInputConfig;
import dev.entrepot.cleanroomsml.contract.DatasetType;
import dev.entrepot.cleanroomsml.contract.GlueDataSource;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalog and a bucket of files, read without a service around them. */
final class Tables implements AutoCloseable {
    static final Owner OWNER = new Owner("111122223333", "us-east-1");
    static final TrainingWindow ALWAYS = new TrainingWindow(Optional.empty(), Optional.empty());

    private final Path directory;
    private final EmbeddedObjectStore objects;
    private boolean zstdParquet = true;

    Tables(Path directory) {
        this.directory = directory;
        var clock = new SettableClock();
        objects = EmbeddedObjectStore.open(
                directory.resolve("objects"), LocalKeyring.open(directory.resolve("keys"), clock), clock);
        objects.createBucket(Requester.of(OWNER), "bucket");
    }

    Tables put(String key, String content) {
        return put(key, content.getBytes(StandardCharsets.UTF_8));
    }

    Tables put(String key, byte[] content) {
        objects.put(
                Requester.of(OWNER),
                new ObjectLocation("bucket", key),
                PutOptions.DEFAULT,
                new ByteArrayInputStream(content));
        return this;
    }

    /**
     * Describes the one table, which is below {@code t/}.
     *
     * @param format with further members if need be; single quotes stand for double ones
     * @param columns such as {@code u string, t bigint}
     */
    Tables describe(String format, String columns) {
        List<String> described = Arrays.stream(columns.split(", "))
                .map(column -> column.split(" ", 2))
                .map(column -> "{'name':'" + column[0] + "','type':'" + column[1] + "'}")
                .toList();
        return describe("{'location':'s3://bucket/t/','format':" + format + ",'columns':" + described + "}");
    }

    Tables describe(String json) {
        try {
            Path folder = Files.createDirectories(directory.resolve("catalog/111122223333/db"));
            Files.writeString(folder.resolve("table.json"), json.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    CatalogTable draft(String location, TableDraft.Told told) {
        var files =
                new S3Files(objects, OWNER, FailureCode.DATA_SOURCE_NOT_FOUND, FailureCode.DATA_SOURCE_ACCESS_DENIED);
        return new TableDraft(files).of(S3Uri.parse(location), told);
    }

    /** From now on. */
    Tables refuseZstdParquet() {
        zstdParquet = false;
        return this;
    }

    /** Puts a resource of the tests. */
    Tables put(String key, Path resource) {
        try (var content = Tables.class.getResourceAsStream("/parquet/" + resource)) {
            return put(key, content.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** @param columns such as {@code u USER_ID} */
    TableRows read(TrainingWindow window, String... columns) {
        List<ColumnSchema> schema = Arrays.stream(columns)
                .map(column -> column.split(" "))
                .map(column -> new ColumnSchema(column[0], List.of(ColumnType.of(column[1]))))
                .toList();
        var source = new DataSource(new GlueDataSource("table", "db", Optional.empty()));
        var dataset = new Dataset(DatasetType.INTERACTIONS, new DatasetInputConfig(schema, source));
        return InteractionTable.find(
                        new TableCatalog(directory.resolve("catalog")), objects, OWNER, dataset, zstdParquet)
                .read(window, each -> {});
    }

    /** With the three columns that must be. */
    TableRows read() {
        return read(ALWAYS, "u USER_ID", "i ITEM_ID", "t TIMESTAMP");
    }

    Set<String> seed(String uri) {
        var files = new S3Files(objects, OWNER, FailureCode.SEED_NOT_FOUND, FailureCode.SEED_ACCESS_DENIED);
        return new SeedSource(files, new SeedLimits(2, 4)).read(S3Uri.parse(uri));
    }

    @Override
    public void close() {
        objects.close();
    }
}
