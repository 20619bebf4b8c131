package dev.entrepot.sesv2.importjob;

import dev.entrepot.jobs.PartRun;
import dev.entrepot.sesv2.source.Place;
import dev.entrepot.sesv2.source.Source;
import dev.entrepot.sesv2.source.SourceReader;
import dev.entrepot.sesv2.source.SourceRecord;
import dev.entrepot.sesv2.source.SourceUnusable;
import java.io.IOException;
import java.util.Optional;

/**
 * The file of an import, looked at.
 *
 * @param header of files that have one
 * @param first where the first record begins
 */
record SourceFile(Source source, Optional<SourceRecord> header, Place first) {
    static SourceFile open(SourceObject object, String etag) throws IOException {
        Source source = Source.of(object.content(etag), object.request().format());
        if (!Targets.hasHeader(object.request())) {
            return new SourceFile(source, Optional.empty(), source.beginning());
        }
        try (SourceReader reader = source.open(source.beginning())) {
            Optional<SourceRecord> header = reader.next();
            return new SourceFile(source, header, reader.place());
        }
    }

    /**
     * Returns how many records there are; before anything is applied (SES dossier, section 1.6).
     *
     * @throws SourceUnusable for more than the limits allow
     */
    long requireFew(ImportLimits limits, PartRun<ImportRequest, ?> run) throws IOException {
        long most = limits.records(run.job().request());
        long records = 0;
        try (SourceReader reader = source.open(first)) {
            while (reader.next().isPresent()) {
                records++;
                run.checkCancelled();
            }
        }
        if (records > most) {
            throw new SourceUnusable(
                    "The file has " + records + " records; such an import takes at most " + most + ".");
        }
        return records;
    }
}
