package dev.entrepot.console.contacts;

import dev.entrepot.console.jobs.JobLine;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.sesv2.contract.ContactListDestination;
import dev.entrepot.sesv2.contract.ContactListImportAction;
import dev.entrepot.sesv2.contract.CreateContactListRequest;
import dev.entrepot.sesv2.contract.CreateImportJobRequest;
import dev.entrepot.sesv2.contract.DataFormat;
import dev.entrepot.sesv2.contract.ImportDataSource;
import dev.entrepot.sesv2.contract.ImportDestination;
import dev.entrepot.sesv2.contract.ImportDestinationType;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.contract.SuppressionListDestination;
import dev.entrepot.sesv2.contract.SuppressionListImportAction;
import dev.entrepot.sesv2.importjob.contract.ImportDryRuns;
import dev.entrepot.sesv2.importjob.contract.StartImportDryRunRequest;
import dev.entrepot.wire.service.LocalCalls;
import dev.entrepot.wire.service.RequestContext;
import java.util.Map;

/** Makes contact lists, starts imports and their dry runs. */
final class ImportForms {
    /** Records that would take back an opt-out fail. */
    private static final Map<String, String> PROTECTING = Map.of("x-entrepot-protect-unsubscribed", "true");

    private final LocalCalls calls;

    ImportForms(LocalCalls calls) {
        this.calls = calls;
    }

    /** Whether a job is an import of this kind, or the dry run of one. */
    static boolean isInto(ImportDestinationType destination, JobLine line) {
        return line.job().kind().startsWith("sesv2-import")
                && line.job().subject().equals(destination.value());
    }

    Answer createList(Visit visit) {
        String name = visit.form().get("name");
        calls.call(
                SESv2.CREATE_CONTACT_LIST,
                CreateContactListRequest.builder()
                        .contactListName(name)
                        .description(visit.form().find("description"))
                        .build(),
                visit.context());
        return new Answer.SeeOther(Route.at("contact-lists", name));
    }

    Answer contacts(Visit visit) {
        var list = ContactListDestination.builder()
                .contactListName(visit.step("name"))
                .contactListImportAction(visit.form().chosen("action", ContactListImportAction::of))
                .build();
        return start(
                visit, ImportDestination.builder().contactListDestination(list).build());
    }

    Answer suppression(Visit visit) {
        var suppression = SuppressionListDestination.builder()
                .suppressionListImportAction(visit.form().chosen("action", SuppressionListImportAction::of))
                .build();
        return start(
                visit,
                ImportDestination.builder()
                        .suppressionListDestination(suppression)
                        .build());
    }

    private Answer start(Visit visit, ImportDestination destination) {
        Fields form = visit.form();
        var source = ImportDataSource.builder()
                .s3Url(form.get("source"))
                .dataFormat(form.chosen("format", DataFormat::of))
                .build();
        RequestContext context = visit.context(form.has("protect") ? PROTECTING : Map.of());
        return new Answer.SeeOther(Route.at(
                "jobs", form.has("dry") ? tried(destination, source, context) : started(destination, source, context)));
    }

    private String started(ImportDestination destination, ImportDataSource source, RequestContext context) {
        var request = CreateImportJobRequest.builder()
                .importDestination(destination)
                .importDataSource(source)
                .build();
        return calls.call(SESv2.CREATE_IMPORT_JOB, request, context).jobId().orElseThrow();
    }

    private String tried(ImportDestination destination, ImportDataSource source, RequestContext context) {
        var request = StartImportDryRunRequest.builder()
                .importDestination(destination)
                .importDataSource(source)
                .build();
        return calls.call(ImportDryRuns.START_IMPORT_DRY_RUN, request, context).jobId();
    }
}
