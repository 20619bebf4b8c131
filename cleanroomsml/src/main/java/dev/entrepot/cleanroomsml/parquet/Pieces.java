package dev.entrepot.cleanroomsml.parquet;

import java.io.IOException;

/** A file that can be read from any place. */
public interface Pieces {
    /** In bytes. */
    long size();

    /** Just so many bytes; they are within the file. */
    byte[] read(long offset, int length) throws IOException;
}
