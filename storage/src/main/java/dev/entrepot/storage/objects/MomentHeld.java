package dev.entrepot.storage.objects;

import java.nio.file.Path;

/** Another process is backing up this object store. */
public final class MomentHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MomentHeld(Path store) {
        super("Another backup of " + store + " is under way; try again when it has ended");
    }
}
