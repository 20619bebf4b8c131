package dev.entrepot.simpledb.load;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.load.SourceRecord.Rejected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * CSV as RFC 4180 has it, in UTF-8, with a header. One column is the item's name, each other one an attribute; columns of the same
 * name are values of one attribute, and an empty cell is no value. A row of the wrong length is rejected alone.
 */
final class CsvItemReader implements SourceReader {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final CloseableIterator<CsvRecord> rows;
    private final List<String> columns;
    private final int itemName;

    /** @param itemNameColumn the first when absent */
    CsvItemReader(InputStream source, Optional<String> itemNameColumn) throws IOException {
        rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(characters(source))
                .iterator();
        columns =
                row().orElseThrow(() -> new SourceInvalid("It has no header.")).getFields();
        itemName = itemNameColumn.map(this::column).orElse(0);
        for (int i = 0; i < columns.size(); i++) {
            if (i != itemName && columns.get(i).isEmpty()) {
                throw new SourceInvalid("Column " + (i + 1) + " of the header has no name.");
            }
        }
    }

    private static BufferedReader characters(InputStream source) throws IOException {
        var characters =
                new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
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

    private int column(String name) {
        int column = columns.indexOf(name);
        if (column < 0) {
            throw new SourceInvalid(
                    "It has no column '" + name + "'; its columns are " + String.join(", ", columns) + ".");
        }
        return column;
    }

    @Override
    public Optional<SourceRecord> next() throws IOException {
        return row().map(this::item);
    }

    private Optional<CsvRecord> row() throws IOException {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (CsvParseException | UncheckedIOException e) {
            throw invalid(e);
        }
    }

    private static SourceInvalid invalid(RuntimeException failure) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return notUtf8();
            }
            if (cause instanceof IOException e) {
                throw e;
            }
        }
        return new SourceInvalid(String.valueOf(failure.getMessage()));
    }

    private static SourceInvalid notUtf8() {
        return new SourceInvalid("It is not UTF-8: convert it first, for instance with iconv.");
    }

    private SourceRecord item(CsvRecord row) {
        if (row.getFieldCount() != columns.size()) {
            String reason = "It has " + row.getFieldCount() + " fields where the header has " + columns.size() + ".";
            return new Rejected(row.getStartingLineNumber(), reason, text(row));
        }
        var attributes = new Attributes();
        for (int i = 0; i < columns.size(); i++) {
            if (i != itemName && !row.getField(i).isEmpty()) {
                attributes.add(columns.get(i), row.getField(i));
            }
        }
        return SourceRecord.of(row.getField(itemName), attributes, row.getStartingLineNumber(), () -> text(row));
    }

    private static String text(CsvRecord row) {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(row.getFields());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail to be written
        }
        return text.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
