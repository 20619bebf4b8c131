package dev.entrepot.mailmanager.export;

import dev.entrepot.storage.Owner;

/**
 * An export as its table has it.
 *
 * @param settings what it was asked for, as JSON
 * @param messages how many there are to be written
 * @param truncated whether there were more than could be had
 */
record ExportRow(
        String id, Owner owner, String location, byte[] settings, long messages, long bytes, boolean truncated) {
    Layout layout() {
        return Layout.of(location, id);
    }
}
