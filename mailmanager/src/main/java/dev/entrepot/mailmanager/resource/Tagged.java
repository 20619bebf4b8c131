package dev.entrepot.mailmanager.resource;

import dev.entrepot.storage.Owner;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A resource that may have tags.
 *
 * @param isActive whether they may be changed
 */
public record Tagged(String id, boolean isActive) {
    /** Looks resources of one kind up. */
    public interface Finder {
        /** Nothing unless {@code arn} is that of a resource of this kind which the owner has. */
        Optional<Tagged> find(Handle handle, Owner owner, String arn);
    }
}
