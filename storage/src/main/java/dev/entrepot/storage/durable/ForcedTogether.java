package dev.entrepot.storage.durable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files of one directory that reach the disk together. It is begun before the first is written. */
public interface ForcedTogether extends AutoCloseable {
    /** Forces the contents of {@code files}, which are written and closed. */
    void force(List<Path> files) throws IOException;

    @Override
    void close() throws IOException;
}
