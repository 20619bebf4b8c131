package dev.entrepot.cleanroomsml.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table as its catalog has it; the record is the file's own shape.
 *
 * @param location a prefix, such as {@code s3://bucket/clicks/}
 * @param columns in the order in which CSV without a header has them
 * @param partitionKeys columns whose values are parts of the files' names, such as {@code dt=2025-01-01}
 */
public record CatalogTable(
        @JsonProperty(required = true) String location,
        @JsonProperty(required = true) TableFormat format,
        Optional<Csv> csv,
        @JsonProperty(required = true) List<Column> columns,
        Optional<List<Column>> partitionKeys) {
    public CatalogTable {
        columns = List.copyOf(columns);
    }

    /**
     * How CSV is written; the members that are absent have the usual values.
     *
     * @param header whether the first line has the columns' names
     */
    public record Csv(Optional<Boolean> header, Optional<Character> delimiter, Optional<Character> quote) {
        static final Csv USUAL = new Csv(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param type a name of Glue's, such as {@code bigint} or {@code array<string>} */
    public record Column(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String type) {
        /** Without what is in brackets: {@code array}, {@code decimal}. */
        String plainType() {
            return type.toLowerCase(Locale.ROOT).split("[<(]", 2)[0].strip();
        }
    }

    /** Those columns, none where there are none. */
    public List<Column> keys() {
        return partitionKeys.orElse(List.of());
    }

    /** Glue writes names in lower case, so case tells nothing. */
    static Optional<Integer> place(List<Column> columns, String name) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equalsIgnoreCase(name))
                .boxed()
                .findFirst();
    }
}
