package dev.entrepot.mailmanager.archive;

import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.contract.Archive;
import dev.entrepot.mailmanager.contract.ArchiveRetention;
import dev.entrepot.mailmanager.contract.ConflictException;
import dev.entrepot.mailmanager.contract.CreateArchiveRequest;
import dev.entrepot.mailmanager.contract.CreateArchiveResponse;
import dev.entrepot.mailmanager.contract.DeleteArchiveRequest;
import dev.entrepot.mailmanager.contract.DeleteArchiveResponse;
import dev.entrepot.mailmanager.contract.GetArchiveRequest;
import dev.entrepot.mailmanager.contract.GetArchiveResponse;
import dev.entrepot.mailmanager.contract.ListArchivesRequest;
import dev.entrepot.mailmanager.contract.ListArchivesResponse;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.ResourceNotFoundException;
import dev.entrepot.mailmanager.contract.RetentionPeriod;
import dev.entrepot.mailmanager.contract.ServiceQuotaExceededException;
import dev.entrepot.mailmanager.contract.UpdateArchiveRequest;
import dev.entrepot.mailmanager.contract.UpdateArchiveResponse;
import dev.entrepot.mailmanager.hold.HoldStore;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.Paging;
import dev.entrepot.mailmanager.request.ResourceArn;
import dev.entrepot.mailmanager.resource.Tagged;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The operations on archives (dossier, sections 1.1 and 2.8). */
public final class ArchiveService {
    private final Access access;
    private final Database database;
    private final InstantSource clock;
    private final ArchiveLimits limits;
    private final Paging paging;
    private final ArchiveCreation creation;
    private final ArchiveEnd end;
    private final Audit audit;

    public ArchiveService(
            Access access,
            Database database,
            InstantSource clock,
            ArchiveLimits limits,
            Paging paging,
            KeyCheck keys,
            ArchiveEnd end,
            Audit audit) {
        this.access = access;
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.paging = paging;
        this.end = end;
        this.creation = new ArchiveCreation(database, clock, limits, keys);
        this.audit = audit;
    }

    public List<BoundOperation<?, ?>> operations() {
        return List.of(
                new BoundOperation<>(MailManagerSvc.CREATE_ARCHIVE, this::createArchive),
                new BoundOperation<>(MailManagerSvc.GET_ARCHIVE, this::getArchive),
                new BoundOperation<>(MailManagerSvc.LIST_ARCHIVES, this::listArchives),
                new BoundOperation<>(MailManagerSvc.UPDATE_ARCHIVE, this::updateArchive),
                new BoundOperation<>(MailManagerSvc.DELETE_ARCHIVE, this::deleteArchive));
    }

    /** Archives have tags. */
    public Optional<Tagged> tagged(Handle handle, Owner owner, String arn) {
        return ResourceArn.archiveId(owner, arn)
                .flatMap(id -> ArchiveStore.find(handle, owner, id, clock.instant()))
                .map(archive -> new Tagged(archive.id(), archive.isActive()));
    }

    private CreateArchiveResponse createArchive(CreateArchiveRequest input, RequestContext context) {
        access.check(context, "CreateArchive", "*");
        if (input.tags().isPresent()) {
            access.check(context, "TagResource", "*");
        }
        String id = creation.create(Access.owner(context), input);
        return CreateArchiveResponse.builder().archiveId(id).build();
    }

    private GetArchiveResponse getArchive(GetArchiveRequest input, RequestContext context) {
        ArchiveRow archive = database.read(handle -> find(handle, "GetArchive", input.archiveId(), context));
        return GetArchiveResponse.builder()
                .archiveId(archive.id())
                .archiveName(archive.name())
                .archiveArn(ResourceArn.ofArchive(archive.owner(), archive.id()))
                .archiveState(archive.state())
                .retention(new ArchiveRetention.RetentionPeriod(archive.retention()))
                .createdTimestamp(archive.created())
                .lastUpdatedTimestamp(archive.updated())
                .kmsKeyArn(archive.kmsKeyArn())
                .build();
    }

    private ListArchivesResponse listArchives(ListArchivesRequest input, RequestContext context) {
        access.check(context, "ListArchives", "*");
        Owner owner = Access.owner(context);
        var page = paging.<ArchiveRow>page(
                "ListArchives " + owner,
                input.pageSize(),
                input.nextToken(),
                (after, limit) -> database.read(handle -> ArchiveStore.list(
                        handle, owner, after.map(Long::parseLong).orElse(0L), limit, clock.instant())),
                archive -> Long.toString(archive.number()));
        return ListArchivesResponse.builder()
                .archives(page.entries().stream().map(ArchiveService::summary).toList())
                .nextToken(page.next())
                .build();
    }

    private static Archive summary(ArchiveRow archive) {
        return Archive.builder()
                .archiveId(archive.id())
                .archiveName(archive.name())
                .archiveState(archive.state())
                .lastUpdatedTimestamp(archive.updated())
                .build();
    }

    private UpdateArchiveResponse updateArchive(UpdateArchiveRequest input, RequestContext context) {
        return database.write(handle -> {
            ArchiveRow archive = find(handle, "UpdateArchive", input.archiveId(), context);
            if (!archive.isActive()) {
                throw new ConflictException("The archive is pending deletion; it takes no further modifications.");
            }
            // Terraform sends both whenever either changes: what stays as it was is no change.
            input.archiveName()
                    .filter(name -> !name.equals(archive.name()))
                    .ifPresent(name -> rename(handle, archive, name));
            input.retention()
                    .map(ArchiveCreation::period)
                    .filter(period -> period != archive.retention())
                    .ifPresent(period -> {
                        changeRetention(handle, archive, period);
                        audit.retentionChanged(
                                handle,
                                context.caller(),
                                archive.id(),
                                archive.retention().value(),
                                period.value());
                    });
            return UpdateArchiveResponse.builder().build();
        });
    }

    private void rename(Handle handle, ArchiveRow archive, String name) {
        if (ArchiveStore.isTaken(handle, archive.owner(), name, clock.instant())) {
            throw ArchiveCreation.alreadyExists(name);
        }
        ArchiveStore.rename(handle, archive, name, clock.instant());
    }

    private void changeRetention(Handle handle, ArchiveRow archive, RetentionPeriod period) {
        Instant now = clock.instant();
        boolean tooSoon = archive.retentionChanged()
                .map(changed -> now.isBefore(changed.plus(limits.betweenRetentionChanges())))
                .orElse(false);
        if (tooSoon) {
            throw new ServiceQuotaExceededException("The retention of an archive may be changed once within "
                    + limits.betweenRetentionChanges().toDays() + " days.");
        }
        ArchiveStore.changeRetention(handle, archive, period, now);
    }

    /** An archive that is not there is deleted already; the operation knows no other answer. */
    private DeleteArchiveResponse deleteArchive(DeleteArchiveRequest input, RequestContext context) {
        access.checkArchive(context, "DeleteArchive", input.archiveId());
        return database.write(handle -> {
            Instant now = clock.instant();
            ArchiveStore.find(handle, Access.owner(context), input.archiveId(), now)
                    .filter(ArchiveRow::isActive)
                    .ifPresent(archive -> {
                        delete(handle, archive, now);
                        end.of(handle, archive);
                        audit.archiveDeleted(handle, context.caller(), archive.id());
                    });
            return DeleteArchiveResponse.builder().build();
        });
    }

    private static void delete(Handle handle, ArchiveRow archive, Instant now) {
        ArchiveStore.take(handle, archive);
        if (HoldStore.isHeld(handle, archive.number())) {
            throw new ConflictException("The archive is under legal hold; it can be deleted when all is released.");
        }
        ArchiveStore.markDeleted(handle, archive, now);
    }

    private ArchiveRow find(Handle handle, String operation, String id, RequestContext context) {
        ArchiveRow archive = ArchiveStore.find(handle, Access.owner(context), id, clock.instant())
                .orElseThrow(() -> new ResourceNotFoundException("There is no archive " + id + "."));
        access.checkArchive(context, operation, id);
        return archive;
    }
}
