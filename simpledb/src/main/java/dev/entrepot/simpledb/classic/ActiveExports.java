package dev.entrepot.simpledb.classic;

import dev.entrepot.storage.Owner;
import org.jdbi.v3.core.Handle;

/** Whether exports of a domain are waiting or running; a domain is not deleted under them. */
@FunctionalInterface
public interface ActiveExports {
    boolean any(Handle handle, Owner owner, String domainName);
}
