package dev.entrepot.mailmanager.importjob;

import dev.entrepot.mailmanager.contract.ImportDataType;

/**
 * What the bulk job of an import is to do.
 *
 * @param importId the id that clients know
 * @param list the number of the address list
 */
record ImportRequest(String importId, long list, ImportDataType type) {}
