package dev.entrepot.mailmanager;

import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.mailmanager.addresslist.AddressLists;
import dev.entrepot.mailmanager.archive.ArchiveEnd;
import dev.entrepot.mailmanager.archive.ArchiveRow;
import dev.entrepot.mailmanager.archive.ArchiveService;
import dev.entrepot.mailmanager.archive.ArchiveStore;
import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.custody.Custody;
import dev.entrepot.mailmanager.export.ExportForm;
import dev.entrepot.mailmanager.export.Exports;
import dev.entrepot.mailmanager.importjob.AddressListImports;
import dev.entrepot.mailmanager.ingest.Arrivals;
import dev.entrepot.mailmanager.load.Loads;
import dev.entrepot.mailmanager.message.DownloadEndpoint;
import dev.entrepot.mailmanager.message.DownloadLinks;
import dev.entrepot.mailmanager.message.MessageService;
import dev.entrepot.mailmanager.message.Messages;
import dev.entrepot.mailmanager.pack.PackObjects;
import dev.entrepot.mailmanager.pack.Packs;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.Paging;
import dev.entrepot.mailmanager.resource.TagService;
import dev.entrepot.mailmanager.search.Searches;
import dev.entrepot.mailmanager.selection.Indexing;
import dev.entrepot.mailmanager.smtp.MailListener;
import dev.entrepot.mailmanager.smtp.MailProtocol;
import dev.entrepot.mailmanager.smtp.MailSettings;
import dev.entrepot.mailmanager.upkeep.PackMerge;
import dev.entrepot.mailmanager.upkeep.Sweep;
import dev.entrepot.mailmanager.upkeep.Verification;
import dev.entrepot.mailmanager.upkeep.Verification.Difference;
import dev.entrepot.mailmanager.upkeep.Verification.Verified;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Migrations;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.protocol.AwsJson10;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RpcV2Cbor;
import dev.entrepot.wire.service.BodyLimits;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.JsonErrorSpelling.Statuses;
import dev.entrepot.wire.service.ServiceEndpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Mail Manager as a part: its tables, its kinds of job, its endpoints. */
public final class MailManager {
    /** The tables the database must have. */
    public static final Migrations MIGRATIONS = Migrations.of(
            "mailmanager",
            "V1__archives_and_messages.sql",
            "V2__searches_and_exports.sql",
            "V3__address_lists.sql",
            "V4__holds_and_audit.sql");

    private static final BodyLimits BODIES = BodyLimits.of(BodyLimit.kibibytes(256))
            .with(MailManagerSvc.START_ARCHIVE_SEARCH, BodyLimit.mebibytes(4))
            .with(MailManagerSvc.START_ARCHIVE_EXPORT, BodyLimit.mebibytes(4));

    private final Database database;
    private final InstantSource clock;
    private final MailManagerLimits limits;
    private final PackObjects packObjects;
    private final Packs packs;
    private final Arrivals arrivals;
    private final Messages messages;
    private final Searches searches;
    private final Audit audit;
    private final Exports exports;
    private final AddressLists addressLists;
    private final AddressListImports imports;

    /** With exports in their default form. */
    public MailManager(
            Database database,
            EmbeddedObjectStore mail,
            ObjectStore objects,
            InstantSource clock,
            MailManagerLimits limits) {
        this(database, mail, objects, clock, limits, ExportForm.DEFAULT);
    }

    /**
     * @param mail for the stored messages alone; nobody else may reach it
     * @param objects where exports are written to and imports are uploaded to
     */
    public MailManager(
            Database database,
            EmbeddedObjectStore mail,
            ObjectStore objects,
            InstantSource clock,
            MailManagerLimits limits,
            ExportForm form) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.packObjects = new PackObjects(mail);
        this.packs = new Packs(packObjects);
        this.arrivals = new Arrivals(database, packs, clock);
        this.messages = new Messages(database, packs, clock);
        this.searches = new Searches(database, clock, limits.searches());
        this.audit = new Audit(database, clock);
        this.exports = new Exports(database, packs, objects, clock, limits.exports(), form, audit);
        this.addressLists = new AddressLists(database, clock, limits.addressLists());
        this.imports = new AddressListImports(database, objects, clock, limits.addressLists());
    }

    /** The way in for messages. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /**
     * Takes in mail from the moment this returns.
     *
     * @param address with port 0 for any free one
     * @throws java.io.UncheckedIOException when the address cannot be bound
     */
    public MailListener listen(MailProtocol protocol, InetSocketAddress address, MailSettings settings) {
        return MailListener.start(protocol, address, settings, database, arrivals, clock);
    }

    /** The archived messages. */
    public Messages messages() {
        return messages;
    }

    /**
     * Hashes all that an archive holds and compares it with what was archived; nothing for an archive that is not there.
     *
     * @param report told of each message that is not as it was archived
     */
    public Optional<Verified> verify(String archiveId, Consumer<Difference> report) throws IOException {
        Optional<ArchiveRow> archive = database.read(handle -> ArchiveStore.find(handle, archiveId, clock.instant()));
        if (archive.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verification(database, packs, report).verify(archive.get()));
    }

    /** What has been done with archives. */
    public Audit audit() {
        return audit;
    }

    /** The job behind an id of Mail Manager's own that is not the job's: that of an import into an address list. */
    public Optional<JobId> job(Owner owner, String id) {
        return imports.job(owner, id);
    }

    public List<JobKind<?, ?, ?>> jobKinds() {
        return List.of(searches.kind(), exports.kind(), addressLists.kind(), imports.kind());
    }

    /** What is done again and again, as long as the engine runs. */
    public List<RecurringWork> recurringWork() {
        var work = new ArrayList<RecurringWork>(exports.recurringWork());
        work.addAll(List.of(
                new Sweep(database, packs, clock),
                new PackMerge(database, packs),
                new Indexing(database),
                searches.history()));
        return work;
    }

    /**
     * @param jobs an engine that knows {@link #jobKinds()}
     * @param uploads to what imports read
     */
    public List<Endpoint> endpoints(
            Jobs jobs, Authenticator authenticator, Authorizer authorizer, ObjectLinks uploads) {
        var tokens = PageTokens.of(database);
        var links = new DownloadLinks(tokens, clock);
        List<BoundOperation<?, ?>> operations = operations(jobs, new Access(authorizer), tokens, links, uploads);
        return List.of(
                new DownloadEndpoint(links, messages, audit),
                Custody.endpoint(database, clock, audit, tokens, authenticator, authorizer),
                Loads.endpoint(database, arrivals, clock, authenticator, authorizer),
                endpoint(new RpcV2Cbor(MailManagerSvc.SERVICE), Statuses.DISTINCT, authenticator, operations),
                endpoint(new AwsJson10(MailManagerSvc.SERVICE), Statuses.BAD_REQUEST, authenticator, operations));
    }

    private List<BoundOperation<?, ?>> operations(
            Jobs jobs, Access access, PageTokens tokens, DownloadLinks links, ObjectLinks uploads) {
        var paging = Paging.ofFifty(tokens);
        var archives = new ArchiveService(
                access, database, clock, limits.archives(), paging, packObjects::canEncrypt, endOf(jobs), audit);
        return Stream.of(
                        archives.operations(),
                        addressLists.operations(jobs, access, tokens, imports),
                        imports.operations(jobs, access, tokens, uploads),
                        new TagService(access, database, List.of(archives::tagged, AddressLists::tagged)).operations(),
                        new MessageService(access, messages, links, audit).operations(),
                        searches.operations(jobs, access, paging, audit),
                        exports.operations(jobs, access, paging))
                .flatMap(List::stream)
                .toList();
    }

    /** Whoever deletes an archive also cancels what is under way about it. */
    private ArchiveEnd endOf(Jobs jobs) {
        return (handle, archive) ->
                jobKinds().forEach(kind -> jobs.cancelAll(handle, archive.owner(), kind, archive.id()));
    }

    private static Endpoint endpoint(
            Protocol protocol, Statuses statuses, Authenticator authenticator, List<BoundOperation<?, ?>> operations) {
        return new ServiceEndpoint(
                protocol,
                MailManagerErrors.with(statuses),
                SignatureRules.version4(MailManagerSvc.SERVICE.signingName()),
                authenticator,
                BODIES,
                operations);
    }
}
