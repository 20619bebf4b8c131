package dev.entrepot.simpledb.load;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The records of one file, one after the other; the same each time it is read. */
interface SourceReader extends Closeable {
    /**
     * Nothing at the end of the file, however often it is asked for.
     *
     * @throws SourceInvalid when what follows cannot be read as records
     */
    Optional<SourceRecord> next() throws IOException;
}
