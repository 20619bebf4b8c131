package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.sesv2.request.Access;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.service.BoundOperation;
import java.time.InstantSource;
import java.util.List;

/** Import jobs as a part: their kinds of job, their operations, their dry runs. */
public final class ImportsApi {
    private final ImportRules rules;
    private final ImportJob kind;
    private final DryRunJob dryRuns;

    public ImportsApi(Database database, ObjectStore objects, InstantSource clock, ImportRules rules) {
        this.rules = rules;
        this.kind = new ImportJob(database, objects, clock, rules.limits());
        this.dryRuns = new DryRunJob(database, objects, clock, rules.limits());
    }

    public List<JobKind<?, ?, ?>> kinds() {
        return List.of(kind, dryRuns);
    }

    public List<BoundOperation<?, ?>> operations(Jobs jobs, Access access, PageTokens pageTokens, ObjectLinks links) {
        return new ImportOperations(jobs, kind, rules, access, pageTokens, links).all();
    }

    /** Those of {@code ImportDryRuns}, which is no contract of AWS's. */
    public List<BoundOperation<?, ?>> dryRuns(Jobs jobs, Authorizer authorizer) {
        return new DryRunOperation(authorizer, new Acceptance(jobs, rules), dryRuns).operations();
    }
}
