package dev.entrepot.cleanroomsml.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the files of a table are. As with Glue, JSON is one document a line. */
enum TableFormat {
    @JsonProperty("csv")
    CSV,
    @JsonProperty("jsonl")
    JSONL,
    @JsonProperty("json")
    JSON,
    @JsonProperty("parquet")
    PARQUET
}
