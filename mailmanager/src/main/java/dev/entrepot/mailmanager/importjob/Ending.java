package dev.entrepot.mailmanager.importjob;

import java.util.Optional;

/**
 * How far the file was imported.
 *
 * @param failure why not to its end; empty when it was
 */
record Ending(Optional<String> failure) {
    static final Ending COMPLETE = new Ending(Optional.empty());
}
