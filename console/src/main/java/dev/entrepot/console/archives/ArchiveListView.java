package dev.entrepot.console.archives;

import dev.entrepot.console.web.Route;
import dev.entrepot.mailmanager.contract.Archive;
import java.util.List;

/**
 * A page of archives.
 *
 * @param next the address of the next page; empty on the last
 */
record ArchiveListView(List<Archive> archives, String next) {
    static String address(Archive archive) {
        return Route.at("archives", archive.archiveId());
    }
}
