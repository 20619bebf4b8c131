package dev.entrepot.mailmanager.custody;

import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.custody.contract.AuditEntry;
import dev.entrepot.mailmanager.custody.contract.Hold;
import dev.entrepot.mailmanager.custody.contract.HoldScope;
import dev.entrepot.mailmanager.custody.contract.ListAuditEntriesRequest;
import dev.entrepot.mailmanager.custody.contract.ListAuditEntriesResponse;
import dev.entrepot.mailmanager.custody.contract.ListHoldsRequest;
import dev.entrepot.mailmanager.custody.contract.ListHoldsResponse;
import dev.entrepot.mailmanager.custody.contract.MailCustodyHandler;
import dev.entrepot.mailmanager.custody.contract.PlaceHoldRequest;
import dev.entrepot.mailmanager.custody.contract.PlaceHoldResponse;
import dev.entrepot.mailmanager.custody.contract.ReleaseHoldRequest;
import dev.entrepot.mailmanager.custody.contract.ReleaseHoldResponse;
import dev.entrepot.mailmanager.custody.contract.ResourceNotFoundException;
import dev.entrepot.mailmanager.hold.HoldRow;
import dev.entrepot.mailmanager.hold.HoldRow.Received;
import dev.entrepot.mailmanager.hold.HoldStore;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.MessageStore;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.Paging;
import dev.entrepot.mailmanager.request.ResourceArn;
import dev.entrepot.mailmanager.resource.ResourceId;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.service.RequestContext;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Places, shows and releases holds, and shows the audit log. */
final class CustodyService implements MailCustodyHandler {
    private static final int PAGE = 100;

    private final Authorizer authorizer;
    private final Database database;
    private final InstantSource clock;
    private final Paging paging;
    private final Audit audit;

    CustodyService(Authorizer authorizer, Database database, InstantSource clock, Audit audit, PageTokens tokens) {
        this.authorizer = authorizer;
        this.database = database;
        this.clock = clock;
        this.paging = new Paging(tokens, PAGE);
        this.audit = audit;
    }

    @Override
    public PlaceHoldResponse placeHold(PlaceHoldRequest input, RequestContext context) {
        check(context, "PlaceHold", input.archiveId());
        var wanted = WantedHold.of(input);
        // Not in the transaction, which others wait for. What is gone by then had just expired.
        List<MessageId> found =
                database.read(handle -> wanted.find(handle, find(handle, input.archiveId(), context), clock.instant()));
        return database.write(handle -> {
            ArchiveRow archive = find(handle, input.archiveId(), context);
            ArchiveStore.take(handle, archive);
            HoldRow hold = place(handle, archive, wanted, found, context.caller());
            ArchiveStore.stopDeletion(handle, archive);
            long messages = HoldStore.count(handle, hold);
            audit.holdPlaced(handle, context.caller(), archive.id(), hold.id(), wanted.details(), messages);
            return PlaceHoldResponse.builder()
                    .holdId(hold.id())
                    .messages(messages)
                    .build();
        });
    }

    private HoldRow place(Handle handle, ArchiveRow archive, WantedHold wanted, List<MessageId> found, Caller caller) {
        HoldRow hold = HoldStore.add(
                handle,
                archive.number(),
                ResourceId.random("hold-"),
                wanted.reason(),
                wanted.received(),
                wanted.filtersAsJson(),
                caller.accessKeyId(),
                clock.instant());
        Collection<MessageId> held = wanted.listed()
                .<Collection<MessageId>>map(listed -> ListedMessages.find(handle, archive, listed))
                .orElseGet(() -> MessageStore.among(handle, found));
        HoldStore.hold(handle, hold, held.stream().map(MessageId::number).toList());
        return hold;
    }

    @Override
    public ListHoldsResponse listHolds(ListHoldsRequest input, RequestContext context) {
        check(context, "ListHolds", input.archiveId());
        ArchiveRow archive = database.read(handle -> find(handle, input.archiveId(), context));
        var page = paging.<HoldRow>page(
                "ListHolds " + archive.id(),
                input.pageSize(),
                input.nextToken(),
                (after, limit) -> database.read(handle -> HoldStore.list(
                        handle, archive.number(), after.map(Long::parseLong).orElse(0L), limit)),
                hold -> Long.toString(hold.number()));
        return ListHoldsResponse.builder()
                .holds(database.read(handle ->
                        page.entries().stream().map(hold -> shown(handle, hold)).toList()))
                .nextToken(page.next())
                .build();
    }

    private static Hold shown(Handle handle, HoldRow hold) {
        return Hold.builder()
                .holdId(hold.id())
                .reason(hold.reason())
                .scope(scope(hold))
                .messages(HoldStore.count(handle, hold))
                .receivedFrom(hold.received().flatMap(Received::begin))
                .receivedTo(hold.received().flatMap(Received::end))
                .filters(hold.filters())
                .placedBy(hold.placedBy())
                .placedTimestamp(hold.placed())
                .releasedBy(hold.releasedBy())
                .releasedTimestamp(hold.released())
                .build();
    }

    private static HoldScope scope(HoldRow hold) {
        if (hold.filters().isPresent()) {
            return HoldScope.FILTERS;
        }
        return hold.received()
                .map(received -> received.equals(Received.EVER) ? HoldScope.ARCHIVE : HoldScope.RECEIVED)
                .orElse(HoldScope.MESSAGES);
    }

    @Override
    public ReleaseHoldResponse releaseHold(ReleaseHoldRequest input, RequestContext context) {
        check(context, "ReleaseHold", input.archiveId());
        return database.write(handle -> {
            ArchiveRow archive = find(handle, input.archiveId(), context);
            ArchiveStore.take(handle, archive);
            HoldRow hold = HoldStore.find(handle, archive.number(), input.holdId())
                    .orElseThrow(() -> new ResourceNotFoundException("There is no hold " + input.holdId() + "."));
            if (hold.released().isEmpty()) {
                release(handle, archive, hold, context);
            }
            return ReleaseHoldResponse.builder().build();
        });
    }

    private void release(Handle handle, ArchiveRow archive, HoldRow hold, RequestContext context) {
        HoldStore.release(handle, hold, context.caller().accessKeyId(), clock.instant());
        if (!HoldStore.isHeld(handle, archive.number())) {
            ArchiveStore.goOnWithDeletion(handle, archive, clock.instant());
        }
        audit.holdReleased(handle, context.caller(), archive.id(), hold.id(), HoldStore.count(handle, hold));
    }

    @Override
    public ListAuditEntriesResponse listAuditEntries(ListAuditEntriesRequest input, RequestContext context) {
        check(context, "ListAuditEntries", input.archiveId());
        Owner owner = Access.owner(context);
        var page = paging.<dev.entrepot.mailmanager.audit.AuditEntry>page(
                "ListAuditEntries " + owner + " " + input.archiveId(),
                input.pageSize(),
                input.nextToken(),
                (after, limit) -> audit.list(
                        owner, input.archiveId(), after.map(Long::parseLong).orElse(0L), limit),
                entry -> Long.toString(entry.number()));
        return ListAuditEntriesResponse.builder()
                .entries(page.entries().stream().map(CustodyService::shown).toList())
                .nextToken(page.next())
                .build();
    }

    private static AuditEntry shown(dev.entrepot.mailmanager.audit.AuditEntry entry) {
        return AuditEntry.builder()
                .number(entry.number())
                .timestamp(entry.recorded())
                .accessKeyId(entry.accessKeyId())
                .action(entry.action())
                .details(entry.details())
                .items(entry.items())
                .build();
    }

    private void check(RequestContext context, String operation, String archiveId) {
        authorizer.check(
                context.caller(), "entrepot:" + operation, ResourceArn.ofArchive(Access.owner(context), archiveId));
    }

    private ArchiveRow find(Handle handle, String id, RequestContext context) {
        return ArchiveStore.find(handle, Access.owner(context), id, clock.instant())
                .orElseThrow(() -> new ResourceNotFoundException("There is no archive " + id + "."));
    }
}
