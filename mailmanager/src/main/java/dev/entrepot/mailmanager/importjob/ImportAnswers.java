package dev.entrepot.mailmanager.importjob;

import dev.entrepot.mailmanager.contract.GetAddressListImportJobResponse;
import dev.entrepot.mailmanager.contract.ImportDataFormat;
import dev.entrepot.mailmanager.contract.ImportJob;
import java.util.Optional;

/** Import jobs as answers have them (dossier, section 1.6). */
final class ImportAnswers {
    private ImportAnswers() {}

    /** @param link which the file may be uploaded to, good from now */
    static ImportJob summary(ImportRow row, String link) {
        return ImportJob.builder()
                .jobId(row.id())
                .name(row.name())
                .status(row.status())
                .preSignedUrl(link)
                .importedItemsCount(count(row, row.imported()))
                .failedItemsCount(count(row, row.failed()))
                .importDataFormat(new ImportDataFormat(row.type()))
                .addressListId(row.listId())
                .createdTimestamp(row.created())
                .startTimestamp(row.started())
                .completedTimestamp(row.ended())
                .error(row.error())
                .build();
    }

    static GetAddressListImportJobResponse full(ImportRow row, String link) {
        ImportJob job = summary(row, link);
        return GetAddressListImportJobResponse.builder()
                .jobId(job.jobId())
                .name(job.name())
                .status(job.status())
                .preSignedUrl(job.preSignedUrl())
                .importedItemsCount(job.importedItemsCount())
                .failedItemsCount(job.failedItemsCount())
                .importDataFormat(job.importDataFormat())
                .addressListId(job.addressListId())
                .createdTimestamp(job.createdTimestamp())
                .startTimestamp(job.startTimestamp())
                .completedTimestamp(job.completedTimestamp())
                .error(job.error())
                .build();
    }

    /** There is none before the start. */
    private static Optional<Integer> count(ImportRow row, long items) {
        return row.started().map(started -> Math.toIntExact(items));
    }
}
