package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.contract.DataFormat;
import dev.entrepot.sesv2.source.CsvCells;
import dev.entrepot.sesv2.source.SourceRecord;
import dev.entrepot.sesv2.source.SourceUnusable;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import java.time.InstantSource;
import java.util.Optional;

/** Chooses what an import does with its records. */
record Targets(Database database, InstantSource clock) {
    /** @param header the first record, of files that have such */
    Target<?> of(Owner owner, ImportRequest request, Optional<SourceRecord> header) {
        return switch (request.destination()) {
            case CONTACT_LIST -> contacts(owner, request, header);
            case SUPPRESSION_LIST -> suppression(owner, request);
        };
    }

    /** Only CSV files of contacts begin with one. */
    static boolean hasHeader(ImportRequest request) {
        return request.listName().isPresent() && request.format() == DataFormat.CSV;
    }

    private Target<?> contacts(Owner owner, ImportRequest request, Optional<SourceRecord> header) {
        ListInUse list = ListInUse.find(database, owner, request.listName().orElseThrow());
        ContactReader reader = hasHeader(request) ? new ContactCsv(header(header)) : new ContactJson();
        if (request.action() == ImportAction.DELETE) {
            return new ContactDelete(list, reader);
        }
        return new ContactPut(list, reader, request.protectUnsubscribed(), clock);
    }

    private static ContactHeader header(Optional<SourceRecord> first) {
        SourceRecord header = first.orElseThrow(() -> new SourceUnusable("The file is empty; it needs a header."));
        header.defect().ifPresent(defect -> {
            throw new SourceUnusable("The header cannot be read: " + defect);
        });
        return ContactHeader.of(CsvCells.of(header.raw()));
    }

    private Target<?> suppression(Owner owner, ImportRequest request) {
        SuppressionReader reader = request.format() == DataFormat.CSV ? new SuppressionCsv() : new SuppressionJson();
        return request.action() == ImportAction.PUT
                ? new SuppressionPut(owner, reader, clock)
                : new SuppressionDelete(owner, reader);
    }
}
