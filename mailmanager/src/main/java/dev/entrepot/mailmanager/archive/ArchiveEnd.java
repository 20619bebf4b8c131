package dev.entrepot.mailmanager.archive;

import org.jdbi.v3.core.Handle;

/** What else must be done when an archive is deleted, in the same transaction. */
@FunctionalInterface
public interface ArchiveEnd {
    void of(Handle handle, ArchiveRow archive);
}
