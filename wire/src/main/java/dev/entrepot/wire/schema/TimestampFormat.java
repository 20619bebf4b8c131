package dev.entrepot.wire.schema;

/** How a timestamp is spelt, where a protocol leaves a choice. */
public enum TimestampFormat {
    /** The protocol's own choice for the place. */
    UNSPECIFIED,
    DATE_TIME,
    HTTP_DATE,
    EPOCH_SECONDS
}
