package dev.entrepot.cleanroomsml.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Opens a table's files as what they are. */
final class RowFormat {
    private static final int BUFFER = 1 << 16;

    private final S3Files objects;
    private final CatalogTable table;
    private final List<Wanted> wanted;
    private final boolean zstdParquet;

    RowFormat(S3Files objects, CatalogTable table, List<InteractionColumn> columns, boolean zstdParquet) {
        this.objects = objects;
        this.table = table;
        this.wanted = IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).isPartitionKey())
                .mapToObj(i -> new Wanted(columns.get(i).name(), i))
                .toList();
        this.zstdParquet = zstdParquet;
    }

    /** @param size of the file, in bytes */
    RowReader open(S3Uri file, long size) throws IOException {
        return switch (table.format()) {
            case CSV -> opened(file, bytes -> new CsvRows(bytes, table, wanted));
            case JSONL, JSON -> opened(file, bytes -> new JsonRows(bytes, wanted));
            case PARQUET -> new ParquetRows(new ObjectPieces(objects, file, size), wanted, zstdParquet);
        };
    }

    private interface Opening {
        RowReader open(InputStream bytes) throws IOException;
    }

    /** What has been opened is closed again when its beginning is not as it should be. */
    private RowReader opened(S3Uri file, Opening opening) throws IOException {
        InputStream bytes = new BufferedInputStream(objects.open(file).bytes(), BUFFER);
        try {
            return opening.open(file.key().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes);
        } catch (RuntimeException | IOException e) {
            bytes.close();
            throw e;
        }
    }
}
