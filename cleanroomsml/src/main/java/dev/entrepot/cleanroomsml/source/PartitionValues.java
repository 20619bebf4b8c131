package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.source.CatalogTable.Column;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a file's name says about all its rows: {@code …/dt=2025-01-01/part-0.csv}. */
final class PartitionValues {
    /** How Hive writes null. */
    private static final String NONE = "__HIVE_DEFAULT_PARTITION__";

    private final Map<String, String> values = new TreeMap<>();

    PartitionValues(String key) {
        for (String step : key.split("/")) {
            int equals = step.indexOf('=');
            if (equals > 0) {
                values.put(step.substring(0, equals).toLowerCase(Locale.ROOT), step.substring(equals + 1));
            }
        }
    }

    /** What the directories of a key are named after, as texts, in their order. */
    static List<Column> columns(String key) {
        return Arrays.stream(key.split("/"))
                .filter(step -> step.indexOf('=') > 0)
                .map(step -> new Column(step.substring(0, step.indexOf('=')), "string"))
                .toList();
    }

    /** Empty for null. */
    String of(String column) {
        String raw = Optional.ofNullable(values.get(column.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> FileUnusable.mismatch("the name has no '" + column + "=…'"));
        try {
            return raw.equals(NONE) ? "" : URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }
}
