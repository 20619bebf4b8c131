package dev.entrepot.console.addresslists;

import dev.entrepot.console.web.Figures;
import dev.entrepot.console.web.Route;
import dev.entrepot.mailmanager.contract.ImportJob;
import dev.entrepot.mailmanager.contract.ImportJobStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The latest imports into an address list. */
record ImportsView(String list, List<ImportJob> imports) {
    boolean isActive() {
        return imports.stream().anyMatch(ImportsView::isProcessing);
    }

    static boolean isProcessing(ImportJob load) {
        return load.status() == ImportJobStatus.PROCESSING;
    }

    String live() {
        return Route.at("address-lists", list, "live");
    }

    String stop(ImportJob load) {
        return Route.at("address-lists", list, "imports", load.jobId(), "stop");
    }

    /** The class of its state, as jobs have them. */
    static String state(ImportJob load) {
        return switch (load.status()) {
            case CREATED -> "queued";
            case PROCESSING -> "running";
            case COMPLETED -> "succeeded";
            case FAILED -> "failed";
            case STOPPED -> "cancelled";
        };
    }

    static String words(ImportJob load) {
        return load.status().value().toLowerCase(Locale.ROOT);
    }

    static String count(Optional<Integer> count) {
        return count.map(Figures::number).orElse("");
    }
}
