package dev.entrepot.cleanroomsml.source;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.entrepot.cleanroomsml.parquet.Leaf;
import dev.entrepot.cleanroomsml.parquet.ParquetFile;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.cleanroomsml.source.CatalogTable.Column;
import dev.entrepot.cleanroomsml.source.CatalogTable.Csv;
import dev.entrepot.cleanroomsml.source.PlainType.Guess;
import dev.entrepot.jobs.JobFailed;
import dev.entrepot.storage.objects.StoredObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Proposes what the catalog could say of a table, from the first rows of its first file; a person has the last word. */
public record TableDraft(S3Files objects) {
    private static final int ROWS = 1_000;
    private static final int BUFFER = 1 << 16;

    /**
     * What is known of a table without a look into it.
     *
     * @param format empty for what the file's name tells
     * @param delimiter of CSV
     * @param names of the columns of CSV that has no header
     */
    public record Told(Optional<TableFormat> format, Optional<Character> delimiter, List<String> names) {
        public Told {
            names = List.copyOf(names);
        }
    }

    /** @throws JobFailed when there is no file, or none that can be read as what it is said to be */
    public CatalogTable of(S3Uri location, Told told) {
        StoredObject first = objects.at(location).stream()
                .filter(each -> each.size() > 0)
                .findFirst()
                .orElseThrow(
                        () -> FailureCode.DATA_SOURCE_NOT_FOUND.because("All files at " + location + " are empty."));
        var file = new S3Uri(location.bucket(), first.key());
        TableFormat format = told.format().orElseGet(() -> TableFormat.of(file));
        Optional<Csv> csv = Optional.of(new Csv(
                        told.names().isEmpty() ? Optional.empty() : Optional.of(false),
                        told.delimiter(),
                        Optional.empty()))
                .filter(given -> format == TableFormat.CSV && !given.equals(Csv.USUAL));
        List<Column> keys =
                PartitionValues.columns(first.key().substring(location.key().length()));
        return new CatalogTable(
                location.toString(),
                format,
                csv,
                columns(file, first.size(), format, csv.orElse(Csv.USUAL), told.names()),
                Optional.of(keys).filter(found -> !found.isEmpty()));
    }

    private List<Column> columns(S3Uri file, long size, TableFormat format, Csv csv, List<String> names) {
        try {
            if (format == TableFormat.PARQUET) {
                return parquet(ParquetFile.open(new ObjectPieces(objects, file, size)));
            }
            try (InputStream bytes = bytes(file)) {
                Map<String, Guess> guesses = format == TableFormat.CSV ? csv(bytes, csv, names) : json(bytes);
                return guesses.entrySet().stream()
                        .map(each -> new Column(each.getKey(), each.getValue().type()))
                        .toList();
            }
        } catch (JobFailed told) {
            throw told;
        } catch (IOException | RuntimeException e) { // parsers say in many ways that a file is not theirs
            throw FailureCode.UNSUPPORTED_FORMAT.because(
                    file + " cannot be read as " + format.name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    private InputStream bytes(S3Uri file) throws IOException {
        var bytes = new BufferedInputStream(objects.open(file).bytes(), BUFFER);
        return file.key().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    private static Map<String, Guess> csv(InputStream bytes, Csv csv, List<String> told) throws IOException {
        Map<String, Guess> guesses = new LinkedHashMap<>();
        try (CloseableIterator<CsvRecord> records = CsvRows.records(bytes, csv)) {
            List<String> names = told.isEmpty()
                    ? records.next().getFields().stream().map(String::strip).toList()
                    : told;
            names.forEach(name -> guesses.put(name, new Guess()));
            var inOrder = new ArrayList<>(guesses.values());
            for (int row = 0; row < ROWS && records.hasNext(); row++) {
                List<String> fields = records.next().getFields();
                for (int i = 0; i < Math.min(fields.size(), inOrder.size()); i++) {
                    inOrder.get(i).see(fields.get(i));
                }
            }
        }
        return guesses;
    }

    /** Members that are objects are left out, for no column can be made of them. */
    private static Map<String, Guess> json(InputStream bytes) throws IOException {
        Map<String, Guess> guesses = new LinkedHashMap<>();
        try (MappingIterator<JsonNode> rows =
                new ObjectMapper().readerFor(JsonNode.class).readValues(bytes)) {
            for (int row = 0; row < ROWS && rows.hasNextValue(); row++) {
                rows.nextValue().properties().stream()
                        .filter(member -> !member.getValue().isObject())
                        .forEach(member ->
                                see(guesses.computeIfAbsent(member.getKey(), _ -> new Guess()), member.getValue()));
            }
        }
        return guesses;
    }

    private static void see(Guess guess, JsonNode value) {
        if (value.isArray()) {
            guess.seeList();
            value.forEach(element -> guess.see(element.isNull() ? "" : element.asText()));
        } else {
            guess.see(value.isNull() ? "" : value.asText());
        }
    }

    /** Structures are left out, likewise. */
    private static List<Column> parquet(ParquetFile file) {
        Map<String, Long> leaves = file.leaves().stream().collect(groupingBy(Leaf::root, counting()));
        return file.leaves().stream()
                .filter(leaf -> leaf.isPlain() && leaves.get(leaf.root()) == 1)
                .map(leaf -> new Column(leaf.root(), leaf.glueType()))
                .toList();
    }
}
