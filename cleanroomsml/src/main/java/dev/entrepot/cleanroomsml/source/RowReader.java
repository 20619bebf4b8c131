package dev.entrepot.cleanroomsml.source;

import java.io.Closeable;
import java.io.IOException;

/** The rows of one file, one after the other. */
interface RowReader extends Closeable {
    /**
     * Adds the next row's values to {@code row}, which is clear; returns whether there was one.
     *
     * @throws FileUnusable when what follows cannot be read
     */
    boolean read(Row row) throws IOException;

    /** Where the row last read, or what could not be read, begins: {@code line 7}. */
    String place();
}
