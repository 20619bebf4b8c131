package dev.entrepot.storage.objects;

import java.io.IOException;

/** An object's file, complete, but not yet under its name. */
record Draft(NewFile file, StoredObject object) implements AutoCloseable {
    /** Removes the file unless it has its name. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
