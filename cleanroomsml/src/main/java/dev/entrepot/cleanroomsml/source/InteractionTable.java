package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.contract.ColumnSchema;
import dev.entrepot.cleanroomsml.contract.ColumnType;
import dev.entrepot.cleanroomsml.contract.Dataset;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.jobs.Counts;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.StoredObject;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A table that is about to be read: its columns are there and of fitting types, and it has files. */
public final class InteractionTable {
    private final S3Files objects;
    private final S3Uri location;
    private final RowFormat format;
    private final List<InteractionColumn> columns;
    private final List<StoredObject> files;

    private InteractionTable(
            S3Files objects,
            S3Uri location,
            RowFormat format,
            List<InteractionColumn> columns,
            List<StoredObject> files) {
        this.objects = objects;
        this.location = location;
        this.format = format;
        this.columns = columns;
        this.files = files;
    }

    /**
     * Looks the table up and its files.
     *
     * @param owner whose dataset it is; only their objects are read
     * @param zstdParquet whether Parquet files may be compressed with Zstandard
     * @throws dev.entrepot.jobs.JobFailed when that cannot be
     */
    public static InteractionTable find(
            TableCatalog catalog, ObjectStore store, Owner owner, Dataset dataset, boolean zstdParquet) {
        TableName name = TableName.of(dataset.inputConfig().dataSource().glueDataSource(), owner.account());
        CatalogTable table = catalog.find(name);
        List<InteractionColumn> columns = dataset.inputConfig().schema_().stream()
                .map(column -> column(table, name, column))
                .toList();
        var objects =
                new S3Files(store, owner, FailureCode.DATA_SOURCE_NOT_FOUND, FailureCode.DATA_SOURCE_ACCESS_DENIED);
        S3Uri location = S3Uri.parse(table.location());
        return new InteractionTable(
                objects, location, new RowFormat(objects, table, columns, zstdParquet), columns, objects.at(location));
    }

    private static InteractionColumn column(CatalogTable table, TableName name, ColumnSchema declared) {
        ColumnType role = declared.columnTypes().getFirst();
        return CatalogTable.place(table.columns(), declared.columnName())
                .map(place -> new InteractionColumn(table.columns().get(place), role, false))
                .or(() -> CatalogTable.place(table.keys(), declared.columnName())
                        .map(place -> new InteractionColumn(table.keys().get(place), role, true)))
                .orElseThrow(() -> FailureCode.SCHEMA_MISMATCH.because(
                        "Table " + name + " has no column '" + declared.columnName() + "'."));
    }

    /** Of all files together, as they lie there. */
    public long bytes() {
        return files.stream().mapToLong(StoredObject::size).sum();
    }

    /**
     * Reads everything once.
     *
     * @param progress told of every row, and of every file's bytes; may throw to stop
     * @throws dev.entrepot.jobs.JobFailed when a file is not what the table says
     */
    public TableRows read(TrainingWindow window, Consumer<Counts> progress) {
        var interactions = new InteractionRows(columns, window);
        for (StoredObject file : files) {
            read(file, interactions, progress);
        }
        return interactions.result();
    }

    private void read(StoredObject file, InteractionRows interactions, Consumer<Counts> progress) {
        S3Uri uri = new S3Uri(location.bucket(), file.key());
        String place = "";
        try {
            interactions.begin(new PartitionValues(file.key()));
            try (RowReader rows = format.open(uri, file.size())) {
                boolean more = true;
                while (more) {
                    place = "";
                    try {
                        more = interactions.add(rows);
                    } catch (FileUnusable unusable) {
                        place = ", " + rows.place();
                        throw unusable;
                    }
                    if (more) {
                        progress.accept(interactions.last());
                    }
                }
            }
        } catch (FileUnusable unusable) {
            throw unusable.code().because(uri + place + ": " + unusable.getMessage() + ".");
        } catch (IOException e) {
            throw FailureCode.UNSUPPORTED_FORMAT.because(uri + " cannot be read to its end: it is damaged.");
        }
        progress.accept(new Counts(0, 0, file.size()));
    }
}
