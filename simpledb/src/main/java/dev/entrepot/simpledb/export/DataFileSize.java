package dev.entrepot.simpledb.export;

import dev.entrepot.simpledb.domain.ExportedDomain.Extent;

/**
 * How large data files are, about: the first bound reached decides (SimpleDB dossier, section 2.2). Files are cut by a number of
 * items that is the same for all of them, so their bytes differ as the items do.
 */
record DataFileSize(long items, long bytes) {
    static final DataFileSize DEFAULT = new DataFileSize(100_000, 64L << 20);

    /** The items of each file but the last. */
    long itemsPerFile(Extent extent) {
        if (extent.items() == 0) {
            return items;
        }
        long averageBytes = Math.max(1, extent.bytes() / extent.items());
        return Math.max(1, Math.min(items, bytes / averageBytes));
    }
}
