package dev.entrepot.simpledb.export;

/**
 * How large a data file becomes at most: the first bound reached decides (SimpleDB dossier, section 2.2).
 *
 * @param bytes of its items; an item larger than this has a file to itself
 */
record DataFileSize(long items, long bytes) {
    static final DataFileSize DEFAULT = new DataFileSize(100_000, 64L << 20);
}
