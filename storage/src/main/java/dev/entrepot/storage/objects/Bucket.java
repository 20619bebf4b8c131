package dev.entrepot.storage.objects;

import dev.entrepot.storage.Owner;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A bucket and the account it belongs to.
 *
 * @param owner the account, and the region it was created in
 */
public record Bucket(String name, Owner owner, Instant created, Path directory) {
    /** Below it lie the objects. */
    Path objects() {
        return directory.resolve("objects");
    }

    /** Below it lie the parts of unfinished multipart uploads. */
    Path uploads() {
        return directory.resolve("uploads");
    }
}
