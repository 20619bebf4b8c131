package dev.entrepot.console.contacts;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.BadForm;
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
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.contract.SuppressionListDestination;
import dev.entrepot.sesv2.contract.SuppressionListImportAction;
import dev.entrepot.wire.service.LocalCalls;
import java.util.function.Function;

/** Makes contact lists and starts imports. */
final class ImportForms {
    private final LocalCalls calls;

    ImportForms(LocalCalls calls) {
        this.calls = calls;
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
                .contactListImportAction(choice(visit.form(), "action", ContactListImportAction::of))
                .build();
        return start(
                visit, ImportDestination.builder().contactListDestination(list).build());
    }

    Answer suppression(Visit visit) {
        var suppression = SuppressionListDestination.builder()
                .suppressionListImportAction(choice(visit.form(), "action", SuppressionListImportAction::of))
                .build();
        return start(
                visit,
                ImportDestination.builder()
                        .suppressionListDestination(suppression)
                        .build());
    }

    private Answer start(Visit visit, ImportDestination destination) {
        var source = ImportDataSource.builder()
                .s3Url(visit.form().get("source"))
                .dataFormat(choice(visit.form(), "format", DataFormat::of))
                .build();
        var request = CreateImportJobRequest.builder()
                .importDestination(destination)
                .importDataSource(source)
                .build();
        String job = calls.call(SESv2.CREATE_IMPORT_JOB, request, visit.context())
                .jobId()
                .orElseThrow();
        return new Answer.SeeOther(Route.at("jobs", job));
    }

    private static <E> E choice(Fields form, String field, Function<String, E> of) {
        return form.choice(field, of).orElseThrow(() -> new BadForm("Nothing was chosen for " + field + "."));
    }
}
