package dev.entrepot.simpledb.load;

import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.Submission;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.load.contract.DomainImportsHandler;
import dev.entrepot.simpledb.load.contract.DomainNotEmptyException;
import dev.entrepot.simpledb.load.contract.ImportInProgressException;
import dev.entrepot.simpledb.load.contract.StartDomainImportRequest;
import dev.entrepot.simpledb.load.contract.StartDomainImportResponse;
import dev.entrepot.storage.Owner;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.service.RequestContext;

/** Accepts imports; whether their source is any good is for the job to find out. */
final class ImportService implements DomainImportsHandler {
    private final Authorizer authorizer;
    private final Jobs jobs;
    private final ImportJob kind;

    ImportService(Authorizer authorizer, Jobs jobs, ImportJob kind) {
        this.authorizer = authorizer;
        this.jobs = jobs;
        this.kind = kind;
    }

    @Override
    public StartDomainImportResponse startDomainImport(StartDomainImportRequest input, RequestContext context) {
        var owner = new Owner(context.caller().account(), context.caller().region());
        authorizer.check(
                context.caller(),
                "entrepot:StartDomainImport",
                "arn:aws:sdb:" + owner.region() + ":" + owner.account() + ":domain/" + input.domainName());
        var request = new ImportRequest(
                input.domainName(), input.s3Bucket(), input.s3Key(), input.format(), input.itemNameColumn());
        JobId id = JobId.random();
        jobs.submit(submission -> {
            check(submission, owner, request.domainName(), input.merge().orElse(false));
            return submission.add(id, owner, kind, request.domainName(), request);
        });
        return StartDomainImportResponse.builder()
                .jobId(id.toString())
                .rejectedS3Key(ImportJob.rejectedKey(id))
                .build();
    }

    private void check(Submission submission, Owner owner, String domainName, boolean merge) {
        if (jobs.active(submission.handle(), owner, kind, domainName)) {
            throw new ImportInProgressException(
                    "An import into domain " + domainName + " is in progress. Wait for its end.");
        }
        boolean items = DomainStore.find(submission.handle(), owner, domainName)
                .filter(domain -> domain.items() > 0)
                .isPresent();
        if (items && !merge) {
            throw new DomainNotEmptyException("Domain " + domainName
                    + " has items. Name another domain, or merge: items of the same name are then replaced.");
        }
    }
}
