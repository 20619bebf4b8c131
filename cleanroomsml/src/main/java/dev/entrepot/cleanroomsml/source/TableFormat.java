package dev.entrepot.cleanroomsml.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import java.util.Locale;
import java.util.stream.Stream;

/** What the files of a table are. As with Glue, JSON is one document a line. */
public enum TableFormat {
    @JsonProperty("csv")
    CSV,
    @JsonProperty("jsonl")
    JSONL,
    @JsonProperty("json")
    JSON,
    @JsonProperty("parquet")
    PARQUET;

    /** @throws dev.entrepot.jobs.JobFailed when the name does not tell it */
    static TableFormat of(S3Uri file) {
        String name = file.key().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return Stream.of(values())
                .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> FailureCode.UNSUPPORTED_FORMAT.because(
                        "The name " + file + " does not tell whether it is csv, jsonl or parquet."));
    }
}
