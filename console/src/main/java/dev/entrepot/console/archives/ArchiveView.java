package dev.entrepot.console.archives;

import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.mailmanager.contract.ArchiveRetention;
import dev.entrepot.mailmanager.contract.ExportSummary;
import dev.entrepot.mailmanager.contract.GetArchiveResponse;
import dev.entrepot.mailmanager.contract.SearchSummary;
import dev.entrepot.mailmanager.custody.contract.Hold;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One archive, with what was lately done with it.
 *
 * @param today in UTC, where the forms begin
 */
record ArchiveView(
        GetArchiveResponse archive,
        List<SearchSummary> searches,
        List<ExportSummary> exports,
        List<Hold> holds,
        LocalDate today) {
    /** {@code three months}, {@code permanent}. */
    String retention() {
        return switch (archive.retention()) {
            case ArchiveRetention.RetentionPeriod(var period) -> words(period.value());
            default -> "";
        };
    }

    static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    String search() {
        return Route.at("archives", archive.archiveId(), "search");
    }

    String export() {
        return Route.at("archives", archive.archiveId(), "export");
    }

    String holdsPage() {
        return Route.at("archives", archive.archiveId(), "holds");
    }

    /** {@code 2 in force}. */
    String inForce() {
        long inForce = holds.stream()
                .filter(hold -> hold.releasedTimestamp().isEmpty())
                .count();
        return inForce == 0 ? "none in force" : inForce + " in force";
    }

    String audit() {
        return Fields.link(Route.at("audit"), "archive", archive.archiveId());
    }

    static String address(SearchSummary search) {
        return Route.at("searches", search.searchId().orElse(""));
    }

    /** The job that makes it bears its id. */
    static String address(ExportSummary export) {
        return Route.at("jobs", export.exportId().orElse(""));
    }
}
