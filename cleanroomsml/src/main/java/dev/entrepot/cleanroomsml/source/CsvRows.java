package dev.entrepot.cleanroomsml.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.entrepot.cleanroomsml.source.CatalogTable.Column;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** CSV in UTF-8. With a header, columns are found by their names in it, else by their places in the table. */
final class CsvRows implements RowReader {
    private static final int BUFFER = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final CloseableIterator<CsvRecord> records;
    private final List<Wanted> wanted;
    /** Where the wanted columns are in the file. */
    private final int[] places;

    private final int width;
    private long line = 1;

    CsvRows(InputStream file, CatalogTable table, List<Wanted> wanted) throws IOException {
        this.wanted = wanted;
        CatalogTable.Csv csv = table.csv().orElse(CatalogTable.Csv.USUAL);
        records = records(file, csv);
        List<Column> columns = table.columns();
        if (csv.header().orElse(true)) {
            columns = next().map(header -> header.getFields().stream()
                            .map(name -> new Column(name.strip(), ""))
                            .toList())
                    .orElse(columns); // an empty file has no rows either
        }
        width = columns.size();
        places = new int[wanted.size()];
        for (int i = 0; i < places.length; i++) {
            String name = wanted.get(i).name();
            places[i] = CatalogTable.place(columns, name)
                    .orElseThrow(() -> FileUnusable.mismatch("the header has no column '" + name + "'"));
        }
    }

    /** All records, a header too. */
    static CloseableIterator<CsvRecord> records(InputStream file, CatalogTable.Csv csv) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(csv.delimiter().orElse(','))
                .quoteCharacter(csv.quote().orElse('"'))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(characters(file))
                .iterator();
    }

    private static BufferedReader characters(InputStream file) throws IOException {
        var characters = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()), BUFFER);
        characters.mark(1);
        try {
            if (characters.read() != BYTE_ORDER_MARK) {
                characters.reset();
            }
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
        return characters;
    }

    @Override
    public boolean read(Row row) throws IOException {
        Optional<CsvRecord> next = next();
        next.ifPresent(record -> fill(row, record));
        return next.isPresent();
    }

    private Optional<CsvRecord> next() throws IOException {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord next = records.next();
            line = next.getStartingLineNumber();
            return Optional.of(next);
        } catch (CsvParseException | UncheckedIOException e) {
            throw failure(e);
        }
    }

    private static FileUnusable failure(RuntimeException failure) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return notUtf8();
            }
            if (cause instanceof IOException e) {
                throw e;
            }
        }
        return FileUnusable.unreadable("what follows is no CSV, such as a quote that is never closed");
    }

    private static FileUnusable notUtf8() {
        return FileUnusable.unreadable("what follows is not UTF-8");
    }

    private void fill(Row row, CsvRecord record) {
        if (record.getFieldCount() != width) {
            throw FileUnusable.mismatch("it has " + record.getFieldCount() + " fields in place of " + width);
        }
        for (int i = 0; i < places.length; i++) {
            row.add(wanted.get(i).place(), record.getField(places[i]));
        }
    }

    @Override
    public String place() {
        return "line " + line;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
