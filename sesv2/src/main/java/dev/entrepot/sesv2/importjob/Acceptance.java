package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.sesv2.contact.ContactListStore;
import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.ImportDataSource;
import dev.entrepot.sesv2.contract.ImportDestination;
import dev.entrepot.sesv2.contract.LimitExceededException;
import dev.entrepot.sesv2.contract.NotFoundException;
import dev.entrepot.storage.Owner;
import dev.entrepot.wire.service.RequestContext;

/** Takes requests for imports and for their dry runs; whether the file is any good is for the job to find out. */
record Acceptance(Jobs jobs, ImportRules rules) {
    /** Our own request header: this import takes back nobody's opt-out. */
    private static final String PROTECT = "x-entrepot-protect-unsubscribed";

    /** There is no client token: the same request again is another job (SES dossier, section 1.1). */
    JobId submit(
            JobKind<ImportRequest, ?, ?> kind,
            Owner owner,
            ImportDestination destination,
            ImportDataSource source,
            RequestContext context) {
        ImportRequest request =
                Destinations.request(destination, source, rules.protectUnsubscribed() || asksToProtect(context));
        JobId id = JobId.random();
        jobs.submit(submission -> {
            request.listName()
                    .filter(name -> ContactListStore.find(submission.handle(), owner, name)
                            .isEmpty())
                    .ifPresent(name -> {
                        throw new NotFoundException(ListInUse.noSuchList(name));
                    });
            if (jobs.active(submission.handle(), owner, kind) >= rules.limits().jobs()) {
                throw new LimitExceededException(
                        "A maximum of " + rules.limits().jobs() + " import jobs can be under way at once.");
            }
            return submission.add(id, owner, kind, request.destination().value(), request);
        });
        return id;
    }

    private static boolean asksToProtect(RequestContext context) {
        return switch (context.extension(PROTECT).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadRequestException(PROTECT + " must be true or false.");
        };
    }
}
