package dev.entrepot.console.jobs;

import dev.entrepot.console.buckets.Preview;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One job with all that is known of it.
 *
 * @param stoppable whether its visitor may end it now
 * @param asked what it was asked for, by parameter
 * @param rejected the beginning of the file with the records it rejected
 * @param findings of a dry run
 */
record JobView(
        JobLine line,
        boolean stoppable,
        Map<String, String> asked,
        List<JobFile> files,
        Optional<Preview> rejected,
        Optional<Findings> findings) {
    /** The page that shows what came of it, where there is one. */
    Optional<String> found() {
        return switch (line.job().kind()) {
            case "mailmanager-search" -> Optional.of(Route.at("searches", line.id()));
            case "cleanroomsml-generation" -> Optional.of(audience(line.id()));
            case "cleanroomsml-export" -> Optional.of(audience(asked.getOrDefault("generationJob", "")));
            default -> Optional.empty();
        };
    }

    private String audience(String generation) {
        String arn = JobFiles.generation(line.job().owner(), generation);
        return Fields.link(Route.at("audiences", "audience"), "arn", arn);
    }

    /** What the link to it says. */
    String foundTitle() {
        return line.job().kind().startsWith("cleanroomsml-") ? "The audience" : "What it found";
    }

    String stop() {
        return line.address() + "/stop";
    }

    String live() {
        return line.address() + "/live";
    }
}
