package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.JobId;
import dev.entrepot.sesv2.importjob.contract.ImportDryRunsHandler;
import dev.entrepot.sesv2.importjob.contract.StartImportDryRunRequest;
import dev.entrepot.sesv2.importjob.contract.StartImportDryRunResponse;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.service.RequestContext;

/** Accepts dry runs. */
final class DryRunOperation implements ImportDryRunsHandler {
    private final Authorizer authorizer;
    private final Acceptance acceptance;
    private final DryRunJob kind;

    DryRunOperation(Authorizer authorizer, Acceptance acceptance, DryRunJob kind) {
        this.authorizer = authorizer;
        this.acceptance = acceptance;
        this.kind = kind;
    }

    @Override
    public StartImportDryRunResponse startImportDryRun(StartImportDryRunRequest input, RequestContext context) {
        authorizer.check(context.caller(), "entrepot:StartImportDryRun", "*");
        var owner = new Owner(context.caller().account(), context.caller().region());
        JobId id = acceptance.submit(kind, owner, input.importDestination(), input.importDataSource(), context);
        ObjectLocation report = ReportObjects.changes(owner, id);
        return StartImportDryRunResponse.builder()
                .jobId(id.toString())
                .reportS3Bucket(report.bucket())
                .reportS3Key(report.key())
                .build();
    }
}
