package dev.entrepot.mailmanager.export;

import dev.entrepot.storage.Owner;

/**
 * An export as its table has it.
 *
 * @param settings what it was asked for, as JSON for its status; {@link #NO_SETTINGS} where no sidecars are wanted
 * @param messages how many there are to be written
 * @param truncated whether there were more than could be had
 */
record ExportRow(Layout layout, Owner owner, byte[] settings, long messages, long bytes, boolean truncated) {
    static final byte[] NO_SETTINGS = {};

    /** Whether status, manifest, errors and checksums are written beside the messages. */
    boolean hasSidecars() {
        return settings.length > 0;
    }

    String id() {
        return layout.export();
    }
}
