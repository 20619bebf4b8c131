package dev.entrepot.mailmanager.selection;

import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.JobPosition;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.contract.ResourceNotFoundException;
import dev.entrepot.mailmanager.contract.ValidationException;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.Paging;
import dev.entrepot.mailmanager.request.Paging.Page;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.service.RequestContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What operations on searches and on exports have in common: jobs about an archive of the caller's, remembered for thirty days (dossier,
 * sections 2.5 and 2.9).
 */
public final class ArchiveJobs<Q> {
    public static final Duration REMEMBERED = Duration.ofDays(30);

    private final Access access;
    private final Database database;
    private final InstantSource clock;
    private final Jobs jobs;
    private final JobKind<Q, ?, ?> kind;
    private final String noun;
    private final Paging paging;

    /** @param noun what a job is called: {@code search} */
    public ArchiveJobs(
            Access access,
            Database database,
            InstantSource clock,
            Jobs jobs,
            JobKind<Q, ?, ?> kind,
            String noun,
            Paging paging) {
        this.access = access;
        this.database = database;
        this.clock = clock;
        this.jobs = jobs;
        this.kind = kind;
        this.noun = noun;
        this.paging = paging;
    }

    /** @throws ResourceNotFoundException when the caller has no such archive */
    public ArchiveRow archive(Handle handle, String operation, String id, RequestContext context) {
        ArchiveRow archive = ArchiveStore.find(handle, Access.owner(context), id, clock.instant())
                .orElseThrow(() -> new ResourceNotFoundException("There is no archive " + id + "."));
        access.checkArchive(context, operation, id);
        return archive;
    }

    /** @throws ValidationException when the caller has no such job, for the operations know no better answer */
    public Job<Q> find(String operation, String id, RequestContext context) {
        Owner owner = Access.owner(context);
        Job<Q> job = JobId.parse(id)
                .flatMap(parsed -> jobs.find(owner, kind, parsed))
                .filter(this::isRemembered)
                .filter(found -> database.read(
                                handle -> ArchiveStore.find(handle, owner, found.subject(), clock.instant()))
                        .isPresent())
                .orElseThrow(() -> new ValidationException("There is no " + noun + " " + id + "."));
        access.checkArchive(context, operation, job.subject());
        return job;
    }

    private boolean isRemembered(Job<Q> job) {
        return job.endedAt()
                .map(ended -> clock.instant().isBefore(ended.plus(REMEMBERED)))
                .orElse(true);
    }

    /** The latest first. */
    public Page<Job<Q>> list(
            String operation,
            String archiveId,
            Optional<Integer> pageSize,
            Optional<String> nextToken,
            RequestContext context) {
        ArchiveRow archive = database.read(handle -> archive(handle, operation, archiveId, context));
        Page<Job<Q>> page = paging.page(
                operation + " " + archive.owner() + " " + archive.id(),
                pageSize,
                nextToken,
                (before, limit) -> jobs.latest(
                        archive.owner(), kind, Optional.of(archive.id()), before.flatMap(JobPosition::parse), limit),
                job -> job.position().toString());
        return new Page<>(page.entries().stream().filter(this::isRemembered).toList(), page.next());
    }
}
