package dev.entrepot.wire.codec;

/** How forgiving the reader of query forms is. */
public enum QueryFlavour {
    /** The awsQuery protocol as specified. */
    STANDARD,
    /**
     * What clients of the oldest services send (SimpleDB dossier, section 3.1): names in any letter case, and a list of one
     * element without its index.
     */
    LEGACY
}
