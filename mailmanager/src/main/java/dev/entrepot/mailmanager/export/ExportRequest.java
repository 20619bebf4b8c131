package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.selection.Criteria;
import java.util.Optional;

/**
 * What an export was asked for, as it is kept with its job.
 *
 * @param location {@code s3://BUCKET/PREFIX} as given
 * @param metadata whether each message has a JSON file beside it
 */
record ExportRequest(Criteria criteria, Optional<Integer> maxResults, String location, boolean metadata) {}
