package dev.entrepot.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;

/** The objects of a bucket, as far as an export is read back from it. */
interface ExportedObjects {
    /** Keys that begin with {@code prefix}, each with its size in bytes. */
    SortedMap<String, Long> list(String prefix);

    /** @throws ExportUntrue when there is no such object */
    InputStream open(String key) throws IOException;
}
