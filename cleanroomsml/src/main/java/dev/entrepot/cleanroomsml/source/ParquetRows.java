package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.parquet.Column;
import dev.entrepot.cleanroomsml.parquet.Leaf;
import dev.entrepot.cleanroomsml.parquet.ParquetFile;
import dev.entrepot.cleanroomsml.parquet.Pieces;
import dev.entrepot.jobs.JobFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Parquet: only the wanted columns are read, a group of rows at a time. Columns are found by their names, lists by the list's. */
final class ParquetRows implements RowReader {
    private final ParquetFile file;
    private final List<Wanted> wanted;
    private final List<Leaf> leaves;
    private List<Column> columns = List.of();
    private int group;
    private long left;
    private long row;

    /** @param zstandard whether files that are compressed with it are read */
    ParquetRows(Pieces pieces, List<Wanted> wanted, boolean zstandard) throws IOException {
        this.wanted = wanted;
        this.file = read(() -> ParquetFile.open(pieces));
        if (!zstandard && file.hasZstandard()) {
            throw FileUnusable.unreadable("it is compressed with Zstandard");
        }
        this.leaves = wanted.stream().map(column -> leaf(column.name())).toList();
    }

    private Leaf leaf(String name) {
        List<Leaf> found = file.leaves().stream()
                .filter(leaf -> leaf.root().equalsIgnoreCase(name))
                .toList();
        if (found.isEmpty()) {
            throw FileUnusable.mismatch("there is no column '" + name + "'");
        }
        if (found.size() > 1 || !found.getFirst().isPlain()) {
            throw FileUnusable.mismatch("column '" + name + "' has no plain values");
        }
        return found.getFirst();
    }

    @Override
    public boolean read(Row into) throws IOException {
        return read(() -> {
            while (left == 0 && group < file.groups()) {
                open(group++);
            }
            if (left == 0) {
                return false;
            }
            left--;
            row++;
            for (int i = 0; i < columns.size(); i++) {
                int place = wanted.get(i).place();
                columns.get(i).next(value -> into.add(place, value));
            }
            return true;
        });
    }

    private void open(int next) throws IOException {
        left = file.rows(next);
        var opened = new ArrayList<Column>();
        for (Leaf leaf : leaves) {
            opened.add(file.column(next, leaf));
        }
        columns = opened;
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    /** Parquet's classes say in many ways that a file is damaged; a length that is wrong may ask for an array beyond all memory. */
    private static <T> T read(Reading<T> reading) throws IOException {
        try {
            return reading.run();
        } catch (FileUnusable | JobFailed told) {
            throw told;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new IOException(e);
        }
    }

    @Override
    public String place() {
        return "row " + row;
    }

    @Override
    public void close() {
        // nothing is open between reads
    }
}
