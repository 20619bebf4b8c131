package dev.entrepot.mailmanager.importjob;

import dev.entrepot.jobs.JobId;
import dev.entrepot.mailmanager.contract.ImportDataType;
import dev.entrepot.mailmanager.contract.ImportJobStatus;
import dev.entrepot.storage.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * An import job as it is stored.
 *
 * @param list the number of the address list
 * @param id {@code job-} and 26 letters or digits
 * @param ended also when it was stopped before it had been started
 * @param imported items that are members now, whether or not they had been before
 * @param job the bulk job that does it, once it is started
 */
record ImportRow(
        long number,
        long list,
        Owner owner,
        String listId,
        String id,
        String name,
        ImportDataType type,
        ImportJobStatus status,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        long imported,
        long failed,
        Optional<String> error,
        Optional<JobId> job) {}
