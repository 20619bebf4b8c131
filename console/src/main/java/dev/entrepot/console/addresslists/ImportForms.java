package dev.entrepot.console.addresslists;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.ObjectLink;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Upload;
import dev.entrepot.console.web.Visit;
import dev.entrepot.mailmanager.contract.CreateAddressListImportJobRequest;
import dev.entrepot.mailmanager.contract.ImportDataFormat;
import dev.entrepot.mailmanager.contract.ImportDataType;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.StartAddressListImportJobRequest;
import dev.entrepot.mailmanager.contract.StopAddressListImportJobRequest;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.wire.service.LocalCalls;
import java.util.List;

/** Starts and stops imports. The file goes where the job's link would have it, without going round by way of the network. */
final class ImportForms {
    private static final int LONGEST_NAME = 255;

    private final LocalCalls calls;
    private final ObjectStore objects;

    ImportForms(LocalCalls calls, ObjectStore objects) {
        this.calls = calls;
        this.objects = objects;
    }

    List<Route> routes() {
        return List.of(
                Route.post("address-lists/{id}/import", this::start),
                Route.post("address-lists/{id}/imports/{job}/stop", this::stop));
    }

    private Answer start(Visit visit) {
        Upload file = visit.upload();
        var format = ImportDataFormat.builder()
                .importDataType(visit.form().chosen("format", ImportDataType::of))
                .build();
        var made = calls.call(
                MailManagerSvc.CREATE_ADDRESS_LIST_IMPORT_JOB,
                CreateAddressListImportJobRequest.builder()
                        .addressListId(visit.step("id"))
                        .name(name(file))
                        .importDataFormat(format)
                        .build(),
                visit.context());
        objects.put(
                Requester.of(visit.owner()),
                ObjectLink.location(made.preSignedUrl()),
                PutOptions.DEFAULT,
                file.content());
        var request =
                StartAddressListImportJobRequest.builder().jobId(made.jobId()).build();
        calls.call(MailManagerSvc.START_ADDRESS_LIST_IMPORT_JOB, request, visit.context());
        return AddressListPages.page(visit);
    }

    /** Of the characters that a job's name may have. */
    private static String name(Upload file) {
        String name = file.name().replaceAll("[^a-zA-Z0-9_.-]", "-");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private Answer stop(Visit visit) {
        var request = StopAddressListImportJobRequest.builder()
                .jobId(visit.step("job"))
                .build();
        calls.call(MailManagerSvc.STOP_ADDRESS_LIST_IMPORT_JOB, request, visit.context());
        return AddressListPages.page(visit);
    }
}
