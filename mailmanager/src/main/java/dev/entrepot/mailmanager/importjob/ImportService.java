package dev.entrepot.mailmanager.importjob;

import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.mailmanager.addresslist.AddressListRow;
import dev.entrepot.mailmanager.addresslist.AddressListStore;
import dev.entrepot.mailmanager.contract.ConflictException;
import dev.entrepot.mailmanager.contract.CreateAddressListImportJobRequest;
import dev.entrepot.mailmanager.contract.CreateAddressListImportJobResponse;
import dev.entrepot.mailmanager.contract.GetAddressListImportJobRequest;
import dev.entrepot.mailmanager.contract.GetAddressListImportJobResponse;
import dev.entrepot.mailmanager.contract.ImportDataType;
import dev.entrepot.mailmanager.contract.ImportJobStatus;
import dev.entrepot.mailmanager.contract.ListAddressListImportJobsRequest;
import dev.entrepot.mailmanager.contract.ListAddressListImportJobsResponse;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.ResourceNotFoundException;
import dev.entrepot.mailmanager.contract.ServiceQuotaExceededException;
import dev.entrepot.mailmanager.contract.StartAddressListImportJobRequest;
import dev.entrepot.mailmanager.contract.StartAddressListImportJobResponse;
import dev.entrepot.mailmanager.contract.StopAddressListImportJobRequest;
import dev.entrepot.mailmanager.contract.StopAddressListImportJobResponse;
import dev.entrepot.mailmanager.contract.ValidationException;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.mailmanager.request.Paging;
import dev.entrepot.mailmanager.resource.Creations;
import dev.entrepot.mailmanager.resource.ResourceId;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.ClientToken;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.auth.ObjectLinks.Use;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The operations on import jobs (dossier, section 1.6). */
final class ImportService {
    /** AWS's pages are silent; each answer that has a link signs it anew. */
    private static final Duration LINK_LIFETIME = Duration.ofHours(1);

    private final Access access;
    private final Database database;
    private final InstantSource clock;
    private final Jobs jobs;
    private final AddressListImport kind;
    private final Uploads uploads;
    private final ObjectLinks links;
    private final Paging paging;
    private final Creations creations;

    ImportService(
            Access access,
            Database database,
            InstantSource clock,
            Jobs jobs,
            AddressListImport kind,
            Uploads uploads,
            ObjectLinks links,
            PageTokens tokens) {
        this.access = access;
        this.database = database;
        this.clock = clock;
        this.jobs = jobs;
        this.kind = kind;
        this.uploads = uploads;
        this.links = links;
        this.paging = Paging.ofFifty(tokens);
        this.creations = new Creations(clock);
    }

    List<BoundOperation<?, ?>> operations() {
        return List.of(
                new BoundOperation<>(MailManagerSvc.CREATE_ADDRESS_LIST_IMPORT_JOB, this::create),
                new BoundOperation<>(MailManagerSvc.START_ADDRESS_LIST_IMPORT_JOB, this::start),
                new BoundOperation<>(MailManagerSvc.STOP_ADDRESS_LIST_IMPORT_JOB, this::stop),
                new BoundOperation<>(MailManagerSvc.GET_ADDRESS_LIST_IMPORT_JOB, this::get),
                new BoundOperation<>(MailManagerSvc.LIST_ADDRESS_LIST_IMPORT_JOBS, this::list));
    }

    private CreateAddressListImportJobResponse create(CreateAddressListImportJobRequest input, RequestContext context) {
        Owner owner = Access.owner(context);
        ImportDataType type = input.importDataFormat().importDataType();
        String id = database.write(handle -> create(handle, owner, input, context));
        uploads.prepare(owner, Uploads.location(owner, id, type));
        return CreateAddressListImportJobResponse.builder()
                .jobId(id)
                .preSignedUrl(link(id, type, context))
                .build();
    }

    private String create(Handle handle, Owner owner, CreateAddressListImportJobRequest input, RequestContext context) {
        String id = ResourceId.random("job-");
        AddressListRow list = findList(handle, "CreateAddressListImportJob", input.addressListId(), context);
        ImportDataType type = input.importDataFormat().importDataType();
        String parameters = list.id() + " " + input.name() + " " + type;
        Optional<String> earlier = input.clientToken()
                .map(token -> new ClientToken(owner, "CreateAddressListImportJob", token, parameters))
                // The operation knows no ConflictException.
                .flatMap(token -> creations.earlier(handle, token, id, ValidationException::new));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ImportStore.add(handle, list, id, input.name(), type, clock.instant());
        return id;
    }

    private String link(String id, ImportDataType type, RequestContext context) {
        var location = Uploads.location(Access.owner(context), id, type);
        return links.link(
                        Use.UPLOAD, context.caller(), context.host(), location.bucket(), location.key(), LINK_LIFETIME)
                .toString();
    }

    private StartAddressListImportJobResponse start(StartAddressListImportJobRequest input, RequestContext context) {
        return jobs.submit(submission -> {
            Handle handle = submission.handle();
            ImportRow row = find(handle, "StartAddressListImportJob", input.jobId(), context);
            AddressListStore.take(handle, row.list()).orElseThrow(() -> notFound(row.id()));
            switch (row.status()) {
                case CREATED -> {
                    if (ImportStore.isProcessing(handle, row.list())) {
                        throw new ServiceQuotaExceededException(
                                "Another import into this address list is being processed.");
                    }
                    var job = JobId.random();
                    var request = new ImportRequest(row.id(), row.list(), row.type());
                    submission.add(job, row.owner(), kind, row.listId(), request);
                    ImportStore.start(handle, row, job, clock.instant());
                }
                case PROCESSING -> {} // as a repeated request finds it
                default -> throw over(row);
            }
            return StartAddressListImportJobResponse.builder().build();
        });
    }

    private StopAddressListImportJobResponse stop(StopAddressListImportJobRequest input, RequestContext context) {
        ImportRow row = database.write(handle -> {
            ImportRow found = find(handle, "StopAddressListImportJob", input.jobId(), context);
            if (found.status() == ImportJobStatus.CREATED) {
                ImportStore.end(handle, found.id(), ImportJobStatus.STOPPED, Optional.empty(), clock.instant());
            }
            return found;
        });
        if (row.status() == ImportJobStatus.PROCESSING) {
            row.job().ifPresent(job -> jobs.cancel(row.owner(), kind, job));
        }
        ImportRow now = database.read(handle -> find(handle, "StopAddressListImportJob", input.jobId(), context));
        if (now.status() != ImportJobStatus.STOPPED) {
            throw over(now);
        }
        uploads.delete(now.owner(), Uploads.location(now.owner(), now.id(), now.type()));
        return StopAddressListImportJobResponse.builder().build();
    }

    private static ConflictException over(ImportRow row) {
        return new ConflictException(
                "Import job " + row.id() + " is " + row.status().value() + ".");
    }

    private GetAddressListImportJobResponse get(GetAddressListImportJobRequest input, RequestContext context) {
        ImportRow row = database.read(handle -> find(handle, "GetAddressListImportJob", input.jobId(), context));
        return ImportAnswers.full(row, link(row.id(), row.type(), context));
    }

    /** The latest first. */
    private ListAddressListImportJobsResponse list(ListAddressListImportJobsRequest input, RequestContext context) {
        AddressListRow list =
                database.read(handle -> findList(handle, "ListAddressListImportJobs", input.addressListId(), context));
        var page = paging.<ImportRow>page(
                "ListAddressListImportJobs " + list.id(),
                input.pageSize(),
                input.nextToken(),
                (before, limit) -> database.read(handle -> ImportStore.latest(
                        handle, list, before.map(Long::parseLong).orElse(Long.MAX_VALUE), limit)),
                row -> Long.toString(row.number()));
        return ListAddressListImportJobsResponse.builder()
                .importJobs(page.entries().stream()
                        .map(row -> ImportAnswers.summary(row, link(row.id(), row.type(), context)))
                        .toList())
                .nextToken(page.next())
                .build();
    }

    private AddressListRow findList(Handle handle, String operation, String id, RequestContext context) {
        AddressListRow list = AddressListStore.find(handle, Access.owner(context), id)
                .orElseThrow(() -> new ResourceNotFoundException("There is no address list " + id + "."));
        access.checkAddressList(context, operation, id);
        return list;
    }

    private ImportRow find(Handle handle, String operation, String id, RequestContext context) {
        ImportRow row = ImportStore.find(handle, Access.owner(context), id).orElseThrow(() -> notFound(id));
        access.checkAddressList(context, operation, row.listId());
        return row;
    }

    private static ResourceNotFoundException notFound(String id) {
        return new ResourceNotFoundException("There is no import job " + id + ".");
    }
}
