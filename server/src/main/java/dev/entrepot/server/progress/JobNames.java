package dev.entrepot.server.progress;

import dev.entrepot.jobs.JobId;
import dev.entrepot.storage.Owner;
import java.util.Optional;

/** What services call their jobs where it is not the jobs' own id. */
public interface JobNames {
    /** The job of an owner's; nothing for what names none. */
    Optional<JobId> find(Owner owner, String name);
}
