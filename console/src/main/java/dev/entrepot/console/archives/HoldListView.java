package dev.entrepot.console.archives;

import dev.entrepot.console.web.Figures;
import dev.entrepot.console.web.Route;
import dev.entrepot.mailmanager.custody.contract.Hold;
import java.util.List;

/**
 * A page of an archive's holds, in the order they were placed.
 *
 * @param next the address of the next page; empty on the last
 */
record HoldListView(String archive, String name, List<Hold> holds, String next) {
    String address() {
        return Route.at("archives", archive, "holds");
    }

    String archivePage() {
        return Route.at("archives", archive);
    }

    String release(Hold hold) {
        return Route.at("archives", archive, "holds", hold.holdId(), "release");
    }

    /** {@code archive}, {@code received from 2026-01-01 00:00:00 to 2026-02-01 00:00:00}. */
    static String scope(Hold hold) {
        String scope = ArchiveView.words(hold.scope().value());
        String from = hold.receivedFrom()
                .map(moment -> " from " + Figures.moment(moment))
                .orElse("");
        String to =
                hold.receivedTo().map(moment -> " to " + Figures.moment(moment)).orElse("");
        return scope + from + to;
    }
}
