package dev.entrepot.sesv2.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Finds the records of a file, one after the other. Blank lines are none. */
public interface SourceReader extends Closeable {
    /** Nothing at the end of the file. */
    Optional<SourceRecord> next() throws IOException;

    /** Behind the record that {@link #next} gave last: there a later reader of the same file can go on. */
    Place place();
}
