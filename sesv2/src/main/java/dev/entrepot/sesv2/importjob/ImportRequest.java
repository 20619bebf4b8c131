package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.contract.DataFormat;
import dev.entrepot.sesv2.contract.ImportDestinationType;
import java.util.Optional;

/**
 * What an import was asked for.
 *
 * @param listName of the contact list; empty for the suppression list
 * @param protectUnsubscribed whether records that would take back somebody's opt-out fail
 */
record ImportRequest(
        ImportDestinationType destination,
        Optional<String> listName,
        ImportAction action,
        String bucket,
        String key,
        DataFormat format,
        boolean protectUnsubscribed) {
    String uri() {
        return "s3://" + bucket + "/" + key;
    }
}
