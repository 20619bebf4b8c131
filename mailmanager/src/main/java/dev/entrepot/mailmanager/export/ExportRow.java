package dev.entrepot.mailmanager.export;

import dev.entrepot.storage.Owner;

/**
 * An export as its table has it.
 *
 * @param settings what it was asked for, as JSON
 * @param messages how many there are to be written
 * @param truncated whether there were more than could be had
 */
record ExportRow(Layout layout, Owner owner, byte[] settings, long messages, long bytes, boolean truncated) {
    String id() {
        return layout.export();
    }
}
