package dev.entrepot.simpledb.load;

import dev.entrepot.simpledb.load.contract.SourceFormat;
import java.util.Optional;

/**
 * What StartDomainImport was asked for, as the job keeps it.
 *
 * @param key the source; of an export the manifest summary
 * @param itemNameColumn of a CSV source; the first when absent
 */
record ImportRequest(
        String domainName, String bucket, String key, SourceFormat format, Optional<String> itemNameColumn) {}
