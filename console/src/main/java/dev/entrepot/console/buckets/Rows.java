package dev.entrepot.console.buckets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads text as rows of cells, the first of them the header. Nothing where the text is none. */
final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rows() {}

    static Optional<List<List<String>>> csv(String text, int most) {
        try (var reader = CsvReader.builder().ofCsvRecord(text)) {
            return Optional.of(
                    reader.stream().limit(most).map(CsvRecord::getFields).toList());
        } catch (IOException | RuntimeException notCsv) {
            return Optional.empty();
        }
    }

    /** A JSON object a line; its members are the columns. */
    static Optional<List<List<String>>> ndjson(String text, int most) {
        List<JsonNode> records = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        try {
            for (String line : text.lines().limit(most).toList()) {
                JsonNode record = JSON.readTree(line);
                if (!record.isObject()) {
                    return Optional.empty();
                }
                records.add(record);
                record.fieldNames().forEachRemaining(columns::add);
            }
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.copyOf(columns));
        for (JsonNode record : records) {
            rows.add(columns.stream().map(name -> cell(record.path(name))).toList());
        }
        return Optional.of(rows);
    }

    private static String cell(JsonNode value) {
        return value.isValueNode() || value.isMissingNode() ? value.asText() : value.toString();
    }
}
