package dev.entrepot.simpledb.export;

/**
 * About how large data files become: the first bound reached decides (SimpleDB dossier, section 2.2).
 *
 * @param bytes of its items
 */
record DataFileSize(long items, long bytes) {
    static final DataFileSize DEFAULT = new DataFileSize(100_000, 64L << 20);
}
