package dev.entrepot.sesv2.importjob;

import java.util.Optional;

/**
 * How far the file was read.
 *
 * @param failure why not to its end; empty when it was
 */
record Ending(Optional<String> failure) {
    static final Ending READ = new Ending(Optional.empty());

    static Ending failed(String why) {
        return new Ending(Optional.of(why));
    }
}
