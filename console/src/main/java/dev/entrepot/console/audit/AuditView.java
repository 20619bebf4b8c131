package dev.entrepot.console.audit;

import dev.entrepot.mailmanager.contract.Archive;
import dev.entrepot.mailmanager.custody.contract.AuditEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of one archive's log.
 *
 * @param archives to choose from
 * @param archive the chosen one's id; empty when there is none
 * @param next the address of the next page; empty on the last
 */
record AuditView(List<Archive> archives, String archive, List<AuditEntry> entries, String next) {
    static String details(AuditEntry entry) {
        return entry.details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(detail -> detail.getKey() + " " + detail.getValue())
                .collect(Collectors.joining(", "));
    }
}
