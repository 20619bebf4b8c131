package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.ContactListDestination;
import dev.entrepot.sesv2.contract.ContactListImportAction;
import dev.entrepot.sesv2.contract.ImportDataSource;
import dev.entrepot.sesv2.contract.ImportDestination;
import dev.entrepot.sesv2.contract.ImportDestinationType;
import dev.entrepot.sesv2.contract.SuppressionListDestination;
import dev.entrepot.sesv2.contract.SuppressionListImportAction;
import java.util.Optional;

/** The destination and the source of an import between the API's shapes and our own. */
final class Destinations {
    private static final String SCHEME = "s3://";

    private Destinations() {}

    /** @throws BadRequestException unless there is one destination */
    static ImportRequest request(ImportDestination destination, ImportDataSource source, boolean protectUnsubscribed) {
        Optional<ContactListDestination> contacts = destination.contactListDestination();
        Optional<SuppressionListDestination> suppression = destination.suppressionListDestination();
        if (contacts.isPresent() == suppression.isPresent()) {
            throw new BadRequestException("ImportDestination must contain exactly one of SuppressionListDestination or"
                    + " ContactListDestination.");
        }
        String action = contacts.map(list -> list.contactListImportAction().value())
                .or(() -> suppression.map(
                        list -> list.suppressionListImportAction().value()))
                .orElseThrow();
        int slash = source.s3Url().indexOf('/', SCHEME.length());
        return new ImportRequest(
                contacts.isPresent() ? ImportDestinationType.CONTACT_LIST : ImportDestinationType.SUPPRESSION_LIST,
                contacts.map(ContactListDestination::contactListName),
                ImportAction.valueOf(action),
                source.s3Url().substring(SCHEME.length(), slash),
                source.s3Url().substring(slash + 1),
                source.dataFormat(),
                protectUnsubscribed);
    }

    static ImportDestination destination(ImportRequest request) {
        String action = request.action().name();
        return switch (request.destination()) {
            case CONTACT_LIST ->
                ImportDestination.builder()
                        .contactListDestination(new ContactListDestination(
                                request.listName().orElseThrow(), ContactListImportAction.of(action)))
                        .build();
            case SUPPRESSION_LIST ->
                ImportDestination.builder()
                        .suppressionListDestination(
                                new SuppressionListDestination(SuppressionListImportAction.of(action)))
                        .build();
        };
    }

    static ImportDataSource source(ImportRequest request) {
        return new ImportDataSource(request.uri(), request.format());
    }
}
