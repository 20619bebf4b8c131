package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.selection.Criteria;
import java.util.Optional;

/**
 * What an export was asked for, as it is kept with its job.
 *
 * @param location {@code s3://BUCKET/PREFIX} as given
 * @param metadata whether what is known of the messages is written as JSON
 */
record ExportRequest(
        Criteria criteria, Optional<Integer> maxResults, String location, boolean metadata, ExportForm form) {
    Layout layout(String export) {
        return Layout.of(location, form.folder(), export);
    }
}
